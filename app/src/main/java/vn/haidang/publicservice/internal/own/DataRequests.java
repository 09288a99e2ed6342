package vn.haidang.publicservice.internal.own;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.OpenCase;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.own.DataRequestRows.DataRequest;

/**
 * Requests of people about their data, each a case with its clock: acknowledged, answered, put off once at most (Law on Personal Data
 * Protection 91/2025/QH15 and Decree 356/2025; the times are parameters). Only the person, or whoever represents a child by law, asks.
 */
@Component
public class DataRequests {

    public static final String SUBJECT = "publicservice/data-request";

    private static final String PROCEDURE = "data-request";
    private static final int LONGEST = 2000;

    private final DataRequestRows rows;
    private final DataTerms terms;
    private final DataDesk desk;
    private final Cases cases;
    private final Journal journal;
    private final Clock clock;

    DataRequests(DataRequestRows rows, DataTerms terms, DataDesk desk, Cases cases, Journal journal, Clock clock) {
        this.rows = rows;
        this.terms = terms;
        this.desk = desk;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Sends a request; the same key a second time answers with the first.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/not-your-data}, {@code publicservice/no-such-right},
     *     {@code publicservice/too-many-data-requests}
     */
    @Transactional
    public UUID send(String right, String words, UnitId unit, UUID key, Reader by) {
        AccountId account = by.account();
        if (account == null || !OwnSubjects.personal(by)) {
            throw DataProblems.notYours();
        }
        Optional<UUID> before = rows.sent(account, key);
        if (before.isPresent()) {
            return before.get();
        }
        desk.requireFew(account);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var opened = desk.opening(right, "YC", unit, now);
        var times = opened.times();
        var request = new DataRequest(
                UuidCreator.getTimeOrderedEpoch(now),
                account,
                Objects.requireNonNull(by.party()),
                right,
                shortened(words),
                unit,
                CaseId.next(clock),
                opened.code(),
                now,
                times.acknowledgeBy(),
                times.answerFrom(),
                times.answerBy(),
                times.answer().derivation(),
                null);
        if (!rows.insert(request, key)) {
            return rows.sent(account, key).orElseThrow();
        }
        cases.open(new OpenCase(
                request.caseId(),
                PROCEDURE,
                request.code(),
                desk.say("publicservice.data-request.case", "publicservice.right." + right),
                SUBJECT,
                request.id(),
                unit,
                unit,
                Channel.ONLINE,
                request.party(),
                by.partyName(),
                times.clock(),
                now,
                false,
                by.actor()));
        journal.act(Act.of("publicservice/data-request-sent", by.actor())
                .on(new Subject(SUBJECT, request.id()))
                .on(new Subject("casework/case", request.caseId().value()))
                .because("publicservice/" + right));
        return request.id();
    }

    /**
     * Puts the answer off, once, as far as the parameters of the day it was sent allow.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-data}, {@code publicservice/extended-already},
     *     {@code publicservice/too-late-to-extend}, {@code publicservice/data-reason-missing}
     */
    @Transactional
    public void extend(UUID id, String why, Reader by) {
        DataRequest request = handled(id, by);
        var standing = rows.any(id).orElseThrow(DataProblems::nothingHere);
        Instant now = clock.instant();
        if (standing.status() == CaseStatus.CLOSED || !now.isBefore(request.answerBy())) {
            throw DataProblems.tooLateToExtend();
        }
        Instant furthest = furthest(request);
        String reason = shortened(why);
        if (reason.isEmpty()) {
            throw DataProblems.reasonMissing();
        }
        if (!rows.extend(id, now, Objects.requireNonNull(by.account()), furthest, reason)) {
            throw DataProblems.extendedAlready();
        }
        journal.act(Act.of("publicservice/data-request-extended", by.actor())
                .on(new Subject(SUBJECT, id))
                .on(new Subject("casework/case", request.caseId().value()))
                .changed("answer-by", request.answerBy(), furthest));
        desk.tell(request.account(), "extended", request.code(), id);
    }

    /** Whether this reader answers requests where this one went. */
    public static boolean mayHandle(DataRequest request, Reader reader) {
        return reader.holds(Role.SPECIALIST, request.unit()) || reader.holds(Role.UNIT_HEAD, request.unit());
    }

    /**
     * A request this reader may put off.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-data}, the same for another unit's as for none
     */
    public DataRequest handled(UUID id, Reader reader) {
        return rows.any(id)
                .map(DataRequestRows.Standing::request)
                .filter(request -> mayHandle(request, reader))
                .orElseThrow(DataProblems::nothingHere);
    }

    /** How far a request may be put off, by the parameters of the day it was sent. */
    public Instant furthest(DataRequest request) {
        LocalDate day = LocalDate.ofInstant(request.sentAt(), clock.getZone());
        var right = terms.right(request.right(), day).orElseThrow(DataProblems::noSuchRight);
        return terms.times(right, request.sentAt(), day, request.unit()).furthest();
    }

    private static String shortened(String text) {
        String clean = text.replace("\u0000", "").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST));
    }
}
