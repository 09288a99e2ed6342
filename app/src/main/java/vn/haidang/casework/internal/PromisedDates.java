package vn.haidang.casework.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.internal.PromisedRows.Running;
import vn.haidang.casework.spi.CaseCounting;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.ProblemException;
import vn.haidang.worktime.CalendarChange;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Pause;
import vn.haidang.worktime.WorkCalendar;

/**
 * Which promised days of running cases a change of the calendar would move, and moves them when an administrator decided so. A day
 * moves where both calendars give a different end and the promise is not the new one already: a promise that was kept through an
 * earlier change is left alone by one that has nothing to do with it.
 */
@Component
public class PromisedDates {

    private final PromisedRows rows;
    private final Visibility visibility;
    private final Clocks clocks;
    private final Journal journal;
    private final Counting counting;
    private final Clock clock;

    PromisedDates(
            PromisedRows rows, Visibility visibility, Clocks clocks, Journal journal, Counting counting, Clock clock) {
        this.rows = rows;
        this.visibility = visibility;
        this.clocks = clocks;
        this.journal = journal;
        this.counting = counting;
        this.clock = clock;
    }

    /** A promise and the end it would get; code and id are for those only who may see the case. */
    public record Moved(
            CaseId id, String code, String title, UnitId unit, Instant promised, Instant due, boolean visible) {}

    /**
     * What a change does to the running clocks.
     *
     * @param certain how many promises stay and cease to be provisional
     */
    public record Outcome(List<Moved> moved, long certain) {}

    private record Reckoned(Running running, Deadline before, Deadline after) {

        boolean moves() {
            Instant due = after.due();
            return due != null && !due.equals(running.dueAt()) && !due.equals(before.due());
        }

        /** The end is the same, the reasons are not. */
        boolean isExplainedAnew() {
            return running.dueAt().equals(after.due()) && !before.derivation().equals(after.derivation());
        }

        boolean becomesCertain() {
            return isExplainedAnew() && before.provisional() && !after.provisional();
        }
    }

    public Outcome foresee(CalendarChange change, Reader reader) {
        List<Reckoned> reckoned = reckon(change, reader);
        return new Outcome(
                reckoned.stream()
                        .filter(Reckoned::moves)
                        .map(PromisedDates::moved)
                        .toList(),
                reckoned.stream().filter(Reckoned::becomesCertain).count());
    }

    /** In the transaction that changes the calendar. */
    public void settle(CalendarChange change, boolean move, Reader by) {
        rows.hold(change);
        List<Reckoned> reckoned = reckon(change, by);
        int version = change.after().version();
        rows.explainBy(
                reckoned.stream()
                        .filter(Reckoned::isExplainedAnew)
                        .map(one -> one.running().id())
                        .toList(),
                version);
        List<Moved> moved = reckoned.stream()
                .filter(Reckoned::moves)
                .map(PromisedDates::moved)
                .toList();
        if (move && !moved.isEmpty()) {
            move(moved, version, Doing.of(by.actor(), by.displayName(), clock.instant(), null));
        }
    }

    private void move(List<Moved> moved, int version, Doing doing) {
        LocalDate day = LocalDate.ofInstant(doing.at(), clock.getZone());
        counting.dueMoved(moved.stream()
                .map(one -> new CaseCounting.Change(
                        one.id(), day, running(one.unit(), one.promised()), running(one.unit(), one.due())))
                .toList());
        rows.move(
                moved.stream()
                        .map(one -> new PromisedRows.Due(
                                one.id().value(),
                                UuidCreator.getTimeOrderedEpoch(doing.at()),
                                one.promised(),
                                one.due()))
                        .toList(),
                version,
                doing);
        Act act = Act.of("casework/due-moved", doing.actor())
                .changed("calendar-version", null, version)
                .because("worktime/calendar-changed");
        moved.forEach(one -> act.on(new Subject(Traces.SUBJECT, one.id().value())));
        journal.act(act);
    }

    private static CaseCounting.Stand running(UnitId unit, Instant dueAt) {
        return new CaseCounting.Stand(unit, dueAt, null, null, false, false);
    }

    private List<Reckoned> reckon(CalendarChange change, Reader reader) {
        Map<UUID, List<Pause>> pauses = rows.pauses(change);
        List<Reckoned> reckoned = new ArrayList<>();
        for (Running one : rows.running(change, visibility.to(reader))) {
            List<Pause> ofCase = pauses.getOrDefault(one.id(), List.of());
            on(change.before(), one, ofCase)
                    .ifPresent(before -> reckoned.add(new Reckoned(one, before, reckon(change.after(), one, ofCase))));
        }
        return reckoned;
    }

    /** Empty for a clock that cannot be reckoned even now, say for want of office hours: no change can move it. */
    private Optional<Deadline> on(WorkCalendar calendar, Running one, List<Pause> pauses) {
        try {
            return Optional.of(reckon(calendar, one, pauses));
        } catch (ProblemException unknown) {
            return Optional.empty();
        }
    }

    private Deadline reckon(WorkCalendar calendar, Running one, List<Pause> pauses) {
        Instant now = clock.instant();
        return clocks.on(
                calendar, one.terms(), one.filedAt(), pauses, now.isBefore(one.filedAt()) ? one.filedAt() : now);
    }

    private static Moved moved(Reckoned one) {
        Running running = one.running();
        Instant due = one.after().due();
        return new Moved(
                new CaseId(running.id()),
                running.code(),
                running.title(),
                running.unit(),
                running.dueAt(),
                due == null ? running.dueAt() : due,
                running.visible());
    }
}
