package vn.haidang.publicservice.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.document.Documents;
import vn.haidang.document.IssuedDocument;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;

/** Gives out the control slip of a dossier (form 06) when an official asks for one: where it was, for how long, and whether in time. */
@Component
public class ControlSlips {

    /** Its number in the circular. */
    public static final String FORM = "06";

    private static final String TEMPLATE = "form-06-control-slip";
    private static final String KIND = "PKS";

    private final PaperRows rows;
    private final ApplicationRows applications;
    private final Documents documents;
    private final Cases cases;
    private final Units units;
    private final SlipWords words;

    ControlSlips(
            PaperRows rows,
            ApplicationRows applications,
            Documents documents,
            Cases cases,
            Units units,
            SlipWords words) {
        this.rows = rows;
        this.applications = applications;
        this.documents = documents;
        this.cases = cases;
        this.units = units;
        this.words = words;
    }

    /**
     * In the official's own name.
     *
     * @param round which one of the dossier this is; one that was given out before is not given out
     *     again, nor one before those that come first
     */
    @Transactional
    public void give(ApplicationId id, int round, Reader by) {
        rows.hold(id);
        if (rows.given(id, FORM, round) || round > 1 && !rows.given(id, FORM, round - 1)) {
            return;
        }
        Application application = applications.any(id).orElseThrow();
        CaseSummary reached = cases.of(Traces.APPLICATION, id.value()).orElseThrow();
        IssuedDocument document = documents.issue(new Documents.Issue(
                TEMPLATE,
                KIND,
                reached.competentUnit(),
                by,
                by.displayName(),
                words.title(),
                fields(application, reached),
                Traces.APPLICATION,
                id.value(),
                by.actor(),
                Documents.Hands.OWN_HAND_IF_ANY));
        rows.insert(id, FORM, round, document);
    }

    private Map<String, String> fields(Application application, CaseSummary reached) {
        Map<String, String> fields = new HashMap<>(words.issuer(reached.competentUnit()));
        fields.put("service.name", words.service(application));
        fields.put("case.code", application.dossierCode());
        fields.put("applicant.full-name", application.applicantName());
        fields.put("case.received-at", PaperWords.moment(reached.receivedAt()));
        fields.put("case.due-at", PaperWords.due(application.promise().due()));
        List<Map<String, String>> lines = new ArrayList<>();
        String from = words.applicant();
        for (PaperRows.Visit visit : rows.visits(reached.id())) {
            String to = who(visit);
            lines.add(Map.of(
                    "step.name", PaperWords.orNothing(visit.name()),
                    "step.from", from,
                    "step.to", to,
                    "step.at", PaperWords.stacked(PaperWords.moment(visit.from())),
                    "step.due-at", PaperWords.stacked(PaperWords.due(visit.due())),
                    "step.outcome", words.inTime(visit.due(), visit.to()),
                    "step.note", PaperWords.orNothing(visit.outcome())));
            from = to;
        }
        fields.putAll(Documents.lines("steps", lines));
        return fields;
    }

    private String who(PaperRows.Visit visit) {
        UnitId unit = visit.unit();
        if (unit == null) {
            return words.program();
        }
        String name = units.get(unit).name();
        @Nullable String holder = visit.holder();
        return holder == null ? name : holder + ", " + name;
    }

    /** What a stay at a step was, by its own limit. */
    enum InTime {
        EARLY,
        ON_TIME,
        LATE,
        UNKNOWN;

        /** On its last day or in its last hour is on time, before that early; without a limit, or while it lasts, nobody knows. */
        static InTime of(@Nullable Instant tooLate, @Nullable Instant left) {
            if (tooLate == null || left == null) {
                return UNKNOWN;
            }
            if (!left.isBefore(tooLate)) {
                return LATE;
            }
            return left.isBefore(tooLate.minusSeconds(3600)) ? EARLY : ON_TIME;
        }
    }
}
