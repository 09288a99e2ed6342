package vn.haidang.document.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.document.DocumentWithdrawn;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.Succession;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/**
 * Whoever may sign for an issuer, or for the unit it became, says that one of its documents does not count any more, and which one took its place. Its number stays
 * taken, its file stays; whoever checks it is told.
 */
@Component
public class Withdrawals {

    /** Characters. */
    public static final int LONGEST = 500;

    private static final Pattern NUMBER = Pattern.compile("0{0,8}([1-9][0-9]{0,7})/([0-9]{4})");

    private final WithdrawnRows rows;
    private final Powers powers;
    private final Units units;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Withdrawals(
            WithdrawnRows rows,
            Powers powers,
            Units units,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.powers = powers;
        this.units = units;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What was issued where this reader may sign, the latest first; at most {@link WithdrawnRows#MOST}.
     *
     * @param number as it is written, all numbers where it is empty; nothing is found under one that is none
     */
    public List<WithdrawnRows.Line> of(Reader reader, String number) {
        if (number.isBlank()) {
            return rows.latest(units(reader));
        }
        return number(number).map(each -> rows.numbered(units(reader), each)).orElse(List.of());
    }

    /** @throws ProblemException {@code document/no-such-document}, the same for one of another unit */
    public WithdrawnRows.Line get(UUID document, Reader reader) {
        return rows.find(document)
                .filter(each -> units(reader).contains(each.issuer()))
                .orElseThrow(() -> Problem.of("document/no-such-document", 404).exception());
    }

    /**
     * What is wrong with what was typed; where nothing is, the document does not count any more.
     *
     * @param replacement number of a document of the same kind and issuer, or of the unit it became, that takes its place; empty for none
     * @throws ProblemException {@code document/no-such-document}, {@code document/withdrawn-already}
     */
    @Transactional
    public List<FieldError> withdraw(UUID document, String reason, String replacement, Reader by) {
        WithdrawnRows.Line line = get(document, by);
        AccountId account = by.account();
        String why = reason.replace("\u0000", "").strip();
        Optional<UUID> instead = replacement(line, replacement, by);
        List<FieldError> wrong = new ArrayList<>();
        if (why.isEmpty() || why.length() > LONGEST) {
            wrong.add(FieldError.of("reason", "document.withdrawal.reason.error", LONGEST));
        }
        if (instead.isEmpty() && !replacement.isBlank()) {
            wrong.add(FieldError.of("replacement", "document.withdrawal.replacement.error"));
        }
        if (!wrong.isEmpty()) {
            return wrong;
        }
        if (account == null
                || !rows.withdraw(document, why, instead.orElse(null), account, OffsetDateTime.now(clock))) {
            throw Problem.of("document/withdrawn-already", 409).exception();
        }
        WithdrawnRows.Subject about = rows.subject(document);
        Act act = Act.of("document/withdrawn", by.actor())
                .on(new Subject("document/issued", document))
                .on(new Subject(about.type(), about.id()));
        instead.ifPresent(each -> act.on(new Subject("document/issued", each)));
        journal.act(act);
        events.publishEvent(new DocumentWithdrawn(document, line.number(), about.type(), about.id(), about.file()));
        return List.of();
    }

    /** Of the same issuer; else, where that is no more, of the one that followed it. */
    private Optional<UUID> replacement(WithdrawnRows.Line line, String typed, Reader by) {
        List<WithdrawnRows.Line> fitting = number(typed).stream()
                .flatMap(number -> rows.numbered(units(by), number).stream())
                .filter(each -> each.kind().equals(line.kind())
                        && each.withdrawn() == null
                        && !each.id().equals(line.id()))
                .toList();
        return fitting.stream()
                .filter(each -> each.issuer().equals(line.issuer()))
                .findFirst()
                .or(() -> fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty())
                .map(WithdrawnRows.Line::id);
    }

    private static Optional<WithdrawnRows.Number> number(String typed) {
        Matcher written = NUMBER.matcher(typed.strip());
        return written.matches()
                ? Optional.of(new WithdrawnRows.Number(
                        Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2))))
                : Optional.empty();
    }

    /** Where the reader may sign, and the units that went whole into one of these. */
    private Set<UnitId> units(Reader reader) {
        Set<UnitId> all = new LinkedHashSet<>(powers.units(reader, Signatures.ACTION));
        Deque<UnitId> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            units.predecessors(open.pop()).stream()
                    .filter(Succession::whole)
                    .map(Succession::from)
                    .filter(all::add)
                    .forEach(open::push);
        }
        return all;
    }
}
