package vn.haidang.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseReappointed;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.ui.Screen;

/**
 * Says to the applicant of a case that it will be late, why, and on which new day (form 04 of Circular 03/2025/TT-VPCP): as often for
 * a case as an authority has set for the day. The legal time limit stays where it is; whether a new day moves it is not established.
 */
@Component
public class Apologies {

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
    private final Extensions extensions;

    Apologies(
            ClockActs acts,
            Colleagues colleagues,
            Chronicle chronicle,
            ApplicationEventPublisher events,
            ApologyDrafts.Drafting drafts,
            Extensions extensions) {
        this.acts = acts;
        this.colleagues = colleagues;
        this.chronicle = chronicle;
        this.events = events;
        this.drafts = drafts;
        this.extensions = extensions;
    }

    /** What was said, the oldest first. */
    public List<CaseClock.Extension> sent(CaseId id) {
        return extensions.given(id);
    }

    /** How often it may be said today; empty where nobody has set it, and then it may not. */
    public Optional<CaseClock.Cap> cap() {
        return extensions.cap(day(chronicle.now()));
    }

    /** What the machine wrote down, or would write now; for whoever may send it. */
    public Draft draft(CaseSummary summary) {
        ApologyProposal.Draft draft = drafts.draft(summary.id());
        return new Draft(draft.newDay(), draft.reason());
    }

    /**
     * Sends it; the same as the last one does nothing.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, {@code casework/not-your-clock}, {@code casework/closed},
     *     {@code casework/clock-stopped}, {@code casework/reason-missing}, {@code casework/field-malformed},
     *     {@code casework/new-day-too-early}, {@code casework/new-day-closed}, {@code casework/apologised-already},
     *     {@code casework/no-extensions}
     */
    @Transactional
    public void send(CaseId id, LocalDate newDay, String typed, Reader by) {
        CaseSummary summary = acts.look(id, by);
        AccountId account = by.account();
        Authority.Allowed authority = colleagues.overClocks(by, summary).orElseThrow(CaseworkProblems::notYourClock);
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
        extensions.hold(id);
        List<CaseClock.Extension> given = extensions.given(id);
        CaseClock.Extension last = given.isEmpty() ? null : given.getLast();
        if (last != null && last.newDay().equals(newDay) && last.reason().equals(reason)) {
            return;
        }
        extensions.requireOneMore(given, summary.code(), day(now));
        if (!newDay.isAfter(day(now))
                || !newDay.isAfter(day(due.minusMillis(1)))
                || (last != null && !newDay.isAfter(last.newDay()))) {
            throw CaseworkProblems.newDayTooEarly();
        }
        if (!drafts.canPromise(newDay)) {
            throw CaseworkProblems.newDayClosed();
        }
        extensions.add(id, given.size() + 1, due, new CaseClock.Extension(newDay, reason, now), account);
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

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Screen.ZONE);
    }
}
