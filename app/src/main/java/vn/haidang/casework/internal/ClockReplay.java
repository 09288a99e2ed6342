package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Pause;
import vn.haidang.worktime.WorkCalendars;

/**
 * The clock of a case as it stood at the end of a day: with the pauses begun by then, on the calendar on which its end was reckoned
 * then. What a later calendar moved is shown from the day it was moved.
 */
@Component
public class ClockReplay {

    private final CaseRows rows;
    private final ClockRows kept;
    private final Clocks clocks;
    private final WorkCalendars calendars;
    private final ClockRules rules;
    private final Clock clock;

    ClockReplay(CaseRows rows, ClockRows kept, Clocks clocks, WorkCalendars calendars, ClockRules rules, Clock clock) {
        this.rows = rows;
        this.kept = kept;
        this.clocks = clocks;
        this.calendars = calendars;
        this.rules = rules;
        this.clock = clock;
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/no-such-case} */
    public CaseClock asOf(CaseId id, LocalDate day) {
        return asOf(rows.find(id).orElseThrow(CaseworkProblems::noSuchCase), day);
    }

    CaseClock asOf(Standing standing, LocalDate day) {
        CaseSummary summary = standing.summary();
        Instant moment = moment(summary, day);
        if (moment.isBefore(summary.filedAt())) {
            return new CaseClock(day, moment, null, List.of(), null, List.of(), null);
        }
        List<CaseClock.Stop> stops = kept.stops(summary.id(), moment);
        List<Pause> stood = stops.stream()
                .map(stop -> new Pause(stop.from(), stop.to(), stop.reason(), stop.legalBasis(), stop.kind()))
                .toList();
        Deadline deadline =
                clocks.replay(standing.terms(), summary.filedAt(), stood, moment, calendar(standing, moment));
        return new CaseClock(
                day,
                moment,
                deadline,
                stops,
                silence(standing, day, moment, stops),
                kept.extensions(summary.id(), moment),
                rules.cap(day).orElse(null));
    }

    private Instant moment(CaseSummary summary, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusMillis(1);
        Instant now = Days.now(clock);
        Instant moment = end.isAfter(now) ? now : end;
        Instant closedAt = summary.closedAt();
        return closedAt != null && closedAt.isBefore(moment) ? closedAt : moment;
    }

    /**
     * The version of the calendar on which the end was reckoned at a moment: the end is reckoned at the opening, where the clock goes
     * on, and where somebody decided that a changed calendar moves it.
     */
    private int calendar(Standing standing, Instant moment) {
        ClockRows.Reckoned reckoned = kept.reckoned(standing.summary().id(), moment);
        if (!reckoned.again()) {
            return standing.calendarVersion();
        }
        Instant before = reckoned.before();
        return before == null
                ? reckoned.first()
                : calendars
                        .asKnownOn(LocalDate.ofInstant(before, clock.getZone()))
                        .version();
    }

    /**
     * When a case is ended because its applicant stays silent, never before the end they were told of; null where the clock runs or no
     * time is set.
     */
    private CaseClock.@Nullable Silence silence(
            Standing standing, LocalDate day, Instant moment, List<CaseClock.Stop> stops) {
        CaseClock.Stop last = stops.isEmpty() ? null : stops.getLast();
        if (last == null || last.to() != null || last.kind() != Pause.Kind.SUPPLEMENT) {
            return null;
        }
        return rules.on(ClockRules.SILENCE, day)
                .map(rule -> {
                    Instant end = clocks.after(rule.duration(), standing.terms().officeHours(), last.from());
                    Instant told = kept.warned(standing.summary().id(), last.from(), moment)
                            .orElse(end);
                    return new CaseClock.Silence(told.isAfter(end) ? told : end, rule.notice(), rule.source());
                })
                .orElse(null);
    }
}
