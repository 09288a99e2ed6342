package vn.haidang.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.AskedPapers;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.TakeStep;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;

/**
 * What an official decides about the present step.
 *
 * @param papers codes of those ticked as missing
 * @param nameless whether the official was warned that no paper is named
 */
public record ActForm(
        String version,
        String step,
        String outcome,
        String reason,
        String key,
        @Nullable FactsForm facts,
        List<String> papers,
        String nameless) {

    static final ActForm EMPTY = new ActForm("", "", "", "", "", FactsForm.EMPTY, List.of(), "");

    public ActForm {
        version = version == null ? "" : version.strip();
        step = step == null ? "" : step.strip();
        outcome = outcome == null ? "" : outcome.strip();
        reason = reason == null ? "" : reason.strip();
        key = key == null ? "" : key.strip();
        facts = facts == null ? FactsForm.EMPTY : facts;
        papers = papers == null ? List.of() : List.copyOf(papers);
        nameless = nameless == null ? "" : nameless;
    }

    ActForm with(FactsForm typed) {
        return new ActForm(version, step, outcome, reason, key, typed, papers, nameless);
    }

    /** The same, once its author was told that it names no paper: sent again, it goes through. */
    ActForm warned() {
        return new ActForm(version, step, outcome, reason, key, facts, papers, "yes");
    }

    /** What was typed about the case. */
    public FactsForm typed() {
        return facts == null ? FactsForm.EMPTY : facts;
    }

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (outcome.isEmpty()) {
            errors.add(FieldError.of("outcome", "casework.act.outcome.missing"));
        }
        if (reason.length() > 2000) {
            errors.add(FieldError.of("reason", "casework.act.reason.long", 2000));
        }
        return errors;
    }

    /** A form whose hidden fields were tampered with is an act on no version at all: a conflict, not a crash. */
    TakeStep act(CaseId id, Reader by) {
        return new TakeStep(
                id,
                parsedVersion(),
                step,
                outcome,
                reason.isEmpty() ? null : reason,
                typed().declared(),
                new AskedPapers(papers, !nameless.isEmpty()),
                by,
                parsedKey());
    }

    private long parsedVersion() {
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException forged) {
            return -1;
        }
    }

    private UUID parsedKey() {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException missing) {
            return UUID.randomUUID();
        }
    }
}
