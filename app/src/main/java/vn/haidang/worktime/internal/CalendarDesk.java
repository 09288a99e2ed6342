package vn.haidang.worktime.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.journal.Actor;
import vn.haidang.ui.Consequences;
import vn.haidang.ui.Foreseen;
import vn.haidang.worktime.CalendarChange;
import vn.haidang.worktime.ClockSetBack;
import vn.haidang.worktime.WorkCalendar;

/** Where administrators declare days, years and hours: what it would move is told first, and saved only while that is still so. */
@Component
public class CalendarDesk {

    private final StoredCalendars calendars;
    private final BookRows book;
    private final CalendarVersions versions;
    private final Declarations declarations;
    private final Consequences consequences;
    private final Clock clock;

    CalendarDesk(
            StoredCalendars calendars,
            BookRows book,
            CalendarVersions versions,
            Declarations declarations,
            Consequences consequences,
            Clock clock) {
        this.calendars = calendars;
        this.book = book;
        this.versions = versions;
        this.declarations = declarations;
        this.consequences = consequences;
        this.clock = clock;
    }

    /**
     * What edits would come to.
     *
     * @param token stands for what was shown; saving asks for it again
     * @param nothing whether all of it is so already
     */
    public record Proposal(
            List<CalendarEdit> edits, WorkCalendar after, Foreseen foreseen, String token, boolean nothing) {}

    /** What administrators declared so far, and what is shipped beneath it. */
    public record Layers(
            List<DayRow> shippedDays,
            List<DayRow> ownDays,
            List<YearRow> shippedYears,
            List<YearRow> ownYears,
            List<HoursRow> shippedHours,
            List<HoursRow> ownHours) {}

    public Layers layers() {
        CalendarBook known = calendars.book();
        CalendarLayer shipped = known.shipped().at(known.latest());
        CalendarLayer own = known.own().at(known.latest());
        return new Layers(shipped.days(), own.days(), shipped.years(), own.years(), shipped.hours(), own.hours());
    }

    /** The calendar as it would be, without asking what that moves. */
    public WorkCalendar after(List<CalendarEdit> edits) {
        CalendarBook known = calendars.book();
        return known.next(declared(known, edits));
    }

    public Proposal propose(List<CalendarEdit> edits, HttpServletRequest request) {
        return propose(calendars.book(), edits, request);
    }

    /**
     * Saves edits that were shown; empty when they are saved, or are so already. Otherwise something changed meanwhile: nothing is
     * saved, and the answer is to be shown again.
     *
     * @param move whether promised days move, or stay as they were promised
     */
    @Transactional
    public Optional<Proposal> save(
            List<CalendarEdit> edits, String token, boolean move, Actor by, HttpServletRequest request) {
        versions.waitForOthers();
        CalendarBook known = book.read();
        requireNoStepBack(known);
        Proposal proposal = propose(known, edits, request);
        if (proposal.nothing()) {
            return Optional.empty();
        }
        if (!proposal.token().equals(token)) {
            return Optional.of(proposal);
        }
        CalendarLayer own = known.own().at(known.latest());
        declarations.store(own, declared(known, edits), edits, by, decision(proposal, move));
        change(known, proposal.after()).ifPresent(change -> consequences.settle(change, move, request));
        return Optional.empty();
    }

    /** What the journal says about the promised days; null where none was touched. */
    private static @Nullable String decision(Proposal proposal, boolean move) {
        if (proposal.foreseen().moved() == 0) {
            return null;
        }
        return move ? "worktime/promises-move" : "worktime/promises-stay";
    }

    private Proposal propose(CalendarBook known, List<CalendarEdit> edits, HttpServletRequest request) {
        CalendarLayer declared = declared(known, edits);
        WorkCalendar after = known.next(declared);
        Foreseen foreseen = change(known, after)
                .map(change -> consequences.foresee(change, request))
                .orElse(new Foreseen(0, "", List.of()));
        boolean nothing = declared.equals(known.own().at(known.latest())) && declarations.areSo(edits);
        return new Proposal(edits, after, foreseen, known.latest() + "." + foreseen.fingerprint(), nothing);
    }

    private static CalendarLayer declared(CalendarBook known, List<CalendarEdit> edits) {
        CalendarLayer declared = known.own().at(known.latest());
        for (CalendarEdit edit : edits) {
            declared = declared.with(edit);
        }
        return declared;
    }

    private static Optional<CalendarChange> change(CalendarBook known, WorkCalendar after) {
        return CalendarChange.between(known.at(known.latest()), after);
    }

    /** What was known when goes by the order of versions: a change must not be recorded before the one before it. */
    private void requireNoStepBack(CalendarBook known) {
        Instant now = clock.instant();
        known.lastRecorded().filter(now::isBefore).ifPresent(last -> {
            throw new ClockSetBack(now, last);
        });
    }
}
