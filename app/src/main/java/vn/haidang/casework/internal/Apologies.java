package vn.haidang.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseReappointed;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.ui.Screen;

/**
 * Says to the applicant of a case that it will be late, why, and on which new day (form 04 of Circular 03/2025/TT-VPCP): once for a
 * case. The legal time limit stays where it is; whether a new day moves it is not established.
 */
@Component
public class Apologies {

    /** What was said. */
    public record Sent(LocalDate newDay, String reason, Instant sentAt) {}

    /** What may be said. */
    public record Draft(LocalDate newDay, String reason) {}

    /** The subject of the work that asks for a letter: its id is that of the case. */
    static final String LETTER = "casework/apology";

    private static final int LONGEST = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final ClockActs acts;
    private final Colleagues colleagues;
    private final Chronicle chronicle;
    private final ApplicationEventPublisher events;
    private final ApologyDrafts.Drafting drafts;
    private final JdbcClient jdbc;

    Apologies(
            ClockActs acts,
            Colleagues colleagues,
            Chronicle chronicle,
            ApplicationEventPublisher events,
            ApologyDrafts.Drafting drafts,
            JdbcClient jdbc) {
        this.acts = acts;
        this.colleagues = colleagues;
        this.chronicle = chronicle;
        this.events = events;
        this.drafts = drafts;
        this.jdbc = jdbc;
    }

    public Optional<Sent> sent(CaseId id) {
        return jdbc.sql("select new_day, reason, sent_at from casework.apology where case_file = :case")
                .param("case", id.value())
                .query((row, number) -> new Sent(
                        row.getObject("new_day", LocalDate.class),
                        row.getString("reason"),
                        Columns.instant(row, "sent_at")))
                .optional();
    }

    /** What the machine wrote down, or would write now; for whoever may send it. */
    public Draft draft(CaseSummary summary) {
        ApologyProposal.Draft draft = drafts.draft(summary.id());
        return new Draft(draft.newDay(), draft.reason());
    }

    /**
     * Sends it; the same again does nothing.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, {@code casework/not-your-clock}, {@code casework/closed},
     *     {@code casework/clock-stopped}, {@code casework/reason-missing}, {@code casework/field-malformed},
     *     {@code casework/new-day-too-early}, {@code casework/new-day-closed}, {@code casework/apologised-already}
     */
    @Transactional
    public void send(CaseId id, LocalDate newDay, String typed, Reader by) {
        CaseSummary summary = acts.look(id, by);
        AccountId account = by.account();
        Authority.Allowed authority =
                colleagues.overClocks(by, summary.competentUnit()).orElseThrow(CaseworkProblems::notYourClock);
        if (account == null) {
            throw CaseworkProblems.notYourClock();
        }
        String reason = typed.replace("\u0000", "").strip();
        if (reason.isEmpty()) {
            throw CaseworkProblems.reasonMissing();
        }
        if (reason.length() > LONGEST) {
            throw CaseworkProblems.fieldMalformed("reason");
        }
        Instant due = due(summary);
        Instant now = chronicle.now();
        if (!newDay.isAfter(day(now)) || !newDay.isAfter(day(due.minusMillis(1)))) {
            throw CaseworkProblems.newDayTooEarly();
        }
        if (!drafts.canPromise(newDay)) {
            throw CaseworkProblems.newDayClosed();
        }
        if (!insert(id, due, newDay, reason, now, account)) {
            Sent before = sent(id).orElseThrow();
            if (before.newDay().equals(newDay) && before.reason().equals(reason)) {
                return;
            }
            throw CaseworkProblems.apologisedAlready(summary.code());
        }
        chronicle.told(
                id,
                "apologised",
                summary.step(),
                Chronicle.By.of(by, authority),
                now,
                DAY.format(newDay) + " – " + reason);
        drafts.sent(id, Chronicle.By.of(by, authority).actor());
        events.publishEvent(
                new CaseReappointed(id, summary.code(), summary.subjectType(), summary.applicant(), newDay));
    }

    static Instant due(CaseSummary summary) {
        Instant due = summary.dueAt();
        if (summary.status() == CaseStatus.CLOSED) {
            throw CaseworkProblems.closed(summary.code());
        }
        if (due == null) {
            throw CaseworkProblems.clockStopped(summary.code());
        }
        return due;
    }

    private boolean insert(CaseId id, Instant due, LocalDate newDay, String reason, Instant now, AccountId by) {
        return jdbc.sql("""
                                insert into casework.apology (case_file, due_at, new_day, reason, sent_at, sent_by)
                                values (:case, :due, :day, :reason, :now, :by) on conflict do nothing
                                """)
                        .param("case", id.value())
                        .param("due", Columns.at(due))
                        .param("day", newDay)
                        .param("reason", reason)
                        .param("now", Columns.at(now))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Screen.ZONE);
    }
}
