package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.document.Documents;
import vn.haidang.document.IssuedDocument;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** Gives out the register of what a unit received in a month (form 07) as it stands today; it names people, so every look is kept. */
@Component
public class Registers {

    /** The action that lets give out papers for a unit. */
    public static final String ACTION = "publicservice/give-papers";

    /** Lines of one register. */
    public static final int MOST = 2000;

    private static final String TEMPLATE = "form-07-register";
    private static final String KIND = "STD";

    private final RegisterRows rows;
    private final Documents documents;
    private final SlipWords words;
    private final Powers powers;
    private final Journal journal;

    Registers(RegisterRows rows, Documents documents, SlipWords words, Powers powers, Journal journal) {
        this.rows = rows;
        this.documents = documents;
        this.words = words;
        this.powers = powers;
        this.journal = journal;
    }

    /** The units for which the reader may give it out. */
    public Set<UnitId> units(Reader reader) {
        return powers.units(reader, ACTION);
    }

    /** What was given out at the units of this reader, the latest first. */
    public List<RegisterRows.Given> given(Reader reader) {
        return rows.given(units(reader));
    }

    /**
     * In the official's own name; the same key gives out the same register.
     *
     * @param today the last day of a month that has not ended
     * @throws ProblemException {@code publicservice/no-register}, {@code publicservice/register-empty}, {@code publicservice/register-long}
     */
    @Transactional
    public void give(UnitId unit, YearMonth month, LocalDate today, UUID key, Reader by) {
        AccountId account = by.account();
        if (account == null || !units(by).contains(unit)) {
            throw none();
        }
        if (rows.given(account, key)) {
            return;
        }
        LocalDate from = month.atDay(1);
        LocalDate to = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
        List<RegisterRows.Line> lines = rows.lines(unit, from, to, MOST + 1);
        if (lines.isEmpty()) {
            throw Problem.of("publicservice/register-empty", 422).exception();
        }
        if (lines.size() > MOST) {
            throw Problem.of("publicservice/register-long", 422).exception();
        }
        IssuedDocument document = documents.issue(new Documents.Issue(
                TEMPLATE,
                KIND,
                unit,
                by,
                by.displayName(),
                words.title(),
                fields(unit, from, to, lines),
                "publicservice/register",
                key,
                by.actor(),
                Documents.Hands.OWN_HAND_IF_ANY));
        rows.insert(document, from, to, lines.size(), account, key);
        journal.read(
                by.actor(),
                "publicservice/register",
                lines.stream().map(line -> Traces.subject(line.application())).toList());
    }

    /** @throws ProblemException {@code publicservice/no-register}, the same for one of another unit */
    @Transactional
    public RegisterRows.Given open(UUID document, Reader reader) {
        RegisterRows.Given given = rows.find(document)
                .filter(each -> units(reader).contains(each.unit()))
                .orElseThrow(Registers::none);
        journal.act(
                Act.of("publicservice/register-opened", reader.actor()).on(new Subject("document/issued", document)));
        journal.read(
                reader.actor(),
                "publicservice/register",
                rows.named(given).stream().map(Traces::subject).toList());
        return given;
    }

    private Map<String, String> fields(UnitId unit, LocalDate from, LocalDate to, List<RegisterRows.Line> lines) {
        Map<String, String> fields = new HashMap<>(words.issuer(unit));
        fields.put("register.from", PaperWords.day(from));
        fields.put("register.to", PaperWords.day(to));
        List<Map<String, String>> written = new ArrayList<>();
        for (RegisterRows.Line line : lines) {
            written.add(Map.of(
                    "line.number", Integer.toString(written.size() + 1),
                    "line.code", line.code(),
                    "line.service", line.service(),
                    "line.applicant", line.applicant(),
                    "line.authority", line.authority(),
                    "line.received-at", PaperWords.stacked(PaperWords.moment(line.receivedAt())),
                    "line.due-at", PaperWords.stacked(PaperWords.due(line.due())),
                    "line.returned-at", PaperWords.stacked(PaperWords.moment(line.closedAt())),
                    "line.channel", words.channel(line.channel()),
                    "line.note", words.outcome(line.outcome())));
        }
        fields.putAll(Documents.lines("cases", written));
        return fields;
    }

    private static ProblemException none() {
        return Problem.of("publicservice/no-register", 404).exception();
    }
}
