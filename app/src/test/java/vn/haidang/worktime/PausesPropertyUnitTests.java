package vn.haidang.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import vn.haidang.worktime.DeadlinesPropertyUnitTests.Situation;
import vn.haidang.worktime.Pause.Kind;

/**
 * Clocks stopped by hand and for a supplement, which goes on or begins anew, in every unit of time: compared with a walk that knows
 * nothing but the present minute or day and what is left.
 */
class PausesPropertyUnitTests {

    private static final LocalTime CUTOFF = LocalTime.of(15, 0);

    /** A situation, why each of its pauses is, and what follows a supplement. */
    record Stopped(Situation situation, List<Kind> kinds, AfterSupplement rule) {

        int pauses() {
            return situation.minutes().size() / 2;
        }

        LocalDateTime from(int pause) {
            return situation.moment(2 * pause + 1);
        }

        /** When work goes on after it. */
        LocalDateTime resumed(int pause) {
            return situation.received(2 * pause + 2);
        }

        /** Only what an applicant was asked for begins the time anew, and only where the rule says so. */
        boolean beginsAnew(int pause) {
            return kinds.get(pause) == Kind.SUPPLEMENT && rule == AfterSupplement.RESTART;
        }

        Deadline deadline(LegalDuration duration) {
            List<Pause> pauses = new ArrayList<>();
            for (int i = 0; i < pauses(); i++) {
                pauses.add(new Pause(instant(from(i)), instant(situation.moment(2 * i + 2)), "x", null, kinds.get(i)));
            }
            return new Deadlines(situation.calendar())
                    .due(new Claim(
                            instant(situation.moment(0)),
                            new TimeLimit(duration, null, rule, null),
                            "office",
                            pauses,
                            instant(LocalDate.of(2028, 1, 1).atStartOfDay())));
        }
    }

    @Property(tries = 400)
    void hoursEndWhereAWalkMinuteByMinuteEnds(@ForAll("stopped") Stopped stopped) {
        int whole = stopped.situation().amount() * 37;
        var deadline = stopped.deadline(new LegalDuration.WorkingHours(Duration.ofMinutes(whole)));

        int left = whole;
        int pause = 0;
        LocalDateTime minute = stopped.situation().received(0);
        while (left > 0) {
            if (pause < stopped.pauses() && !stopped.from(pause).isAfter(minute)) {
                left = stopped.beginsAnew(pause) ? whole : left;
                minute = stopped.resumed(pause++);
            } else {
                left -= stopped.situation().open(minute) ? 1 : 0;
                minute = minute.plusMinutes(1);
            }
        }
        assertThat(deadline.due()).isEqualTo(instant(minute));
        collect(stopped, pause);
    }

    @Property(tries = 400)
    void workingDaysEndWhereAWalkDayByDayEnds(@ForAll("stopped") Stopped stopped) {
        int whole = stopped.situation().amount();
        var deadline = stopped.deadline(new LegalDuration.WorkingDays(whole));

        int left = whole;
        int pause = 0;
        LocalDate day = stopped.situation().received(0).toLocalDate();
        while (left > 0 || stopsBy(stopped, pause, day)) {
            if (stopsBy(stopped, pause, day)) {
                left = stopped.beginsAnew(pause) ? whole : left;
                day = stopped.resumed(pause++).toLocalDate();
            } else {
                day = day.plusDays(1);
                left -= stopped.situation().works(day) ? 1 : 0;
            }
        }
        assertThat(deadline.dueDay()).isEqualTo(day);
    }

    @Property(tries = 400)
    void calendarDaysEndWhereAWalkDayByDayEnds(@ForAll("stopped") Stopped stopped) {
        int whole = stopped.situation().amount();
        var deadline = stopped.deadline(new LegalDuration.CalendarDays(whole));

        int left = whole;
        int pause = 0;
        LocalDate day = stopped.situation().received(0).toLocalDate();
        while (left > 0 || !stopped.situation().works(day) || stopsBy(stopped, pause, day)) {
            if (stopsBy(stopped, pause, day)) {
                left = stopped.beginsAnew(pause) ? whole : left;
                day = stopped.resumed(pause++).toLocalDate();
            } else {
                day = day.plusDays(1);
                left = Math.max(0, left - 1);
            }
        }
        assertThat(deadline.dueDay()).isEqualTo(day);
    }

    /** A month that is cut goes on as thirty days, a year as 365, less the days that passed. */
    @Property(tries = 400)
    void monthsEndWhereAWalkDayByDayEnds(@ForAll("stopped") Stopped stopped, @ForAll("months") int months) {
        var deadline = stopped.deadline(new LegalDuration.Months(months));

        int pause = 0;
        LocalDate start = stopped.situation().received(0).toLocalDate();
        LocalDate day = start;
        int passed = 0;
        int left = -1;
        while (true) {
            if (stopsBy(stopped, pause, day)) {
                left = stopped.beginsAnew(pause)
                        ? -1
                        : Math.max(0, left < 0 ? months / 12 * 365 + months % 12 * 30 - passed : left);
                start = stopped.resumed(pause++).toLocalDate();
                day = start;
                passed = 0;
            } else if (stopped.situation().works(day)
                    && (left < 0 ? !day.isBefore(start.plusMonths(months)) : left == 0)) {
                break;
            } else {
                day = day.plusDays(1);
                passed++;
                left = left > 0 ? left - 1 : left;
            }
        }
        assertThat(deadline.dueDay()).isEqualTo(day);
    }

    @Property(tries = 400)
    void theSameDayIsThatOfTheLastReceipt(@ForAll("stopped") Stopped stopped) {
        var deadline = stopped.deadline(new LegalDuration.SameDay(CUTOFF));

        LocalDateTime received = stopped.situation().received(0);
        LocalDate day = dayOf(stopped, received);
        for (int pause = 0; pause < stopped.pauses() && stopped.from(pause).isBefore(day.atTime(16, 45)); pause++) {
            day = dayOf(stopped, stopped.resumed(pause));
        }
        assertThat(deadline.due()).isEqualTo(instant(day.atTime(16, 45)));
    }

    /** Stopping by hand gives nobody more than was left, whatever follows a supplement. */
    @Property(tries = 200)
    void byHandTheRuleForSupplementsDoesNotMatter(@ForAll("stopped") Stopped stopped) {
        var kinds = stopped.kinds().stream().map(kind -> Kind.BY_HAND).toList();
        for (String unit : List.of("wh", "wd", "d", "m")) {
            var duration = LegalDuration.parse(stopped.situation().amount() + unit);
            assertThat(new Stopped(stopped.situation(), kinds, AfterSupplement.RESTART)
                            .deadline(duration)
                            .due())
                    .isEqualTo(new Stopped(stopped.situation(), kinds, AfterSupplement.RESUME)
                            .deadline(duration)
                            .due());
        }
    }

    @Provide
    Arbitrary<Stopped> stopped() {
        return Combinators.combine(
                        new DeadlinesPropertyUnitTests().situations(),
                        Arbitraries.of(Kind.values()).list().ofSize(2),
                        Arbitraries.of(AfterSupplement.values()))
                .as(Stopped::new);
    }

    @Provide
    Arbitrary<Integer> months() {
        return Arbitraries.of(1, 2, 3, 12, 13);
    }

    /** The clock stands still from some moment of this day on, or stood before it began. */
    private static boolean stopsBy(Stopped stopped, int pause, LocalDate day) {
        return pause < stopped.pauses() && !stopped.from(pause).toLocalDate().isAfter(day);
    }

    private static LocalDate dayOf(Stopped stopped, LocalDateTime received) {
        LocalDate day = received.toLocalDate();
        if (received.toLocalTime().isAfter(CUTOFF)) {
            do {
                day = day.plusDays(1);
            } while (!stopped.situation().works(day));
        }
        return day;
    }

    /** That the walk met both kinds and both rules is asked too. */
    private static void collect(Stopped stopped, int met) {
        if (met > 0) {
            Statistics.label("met").collect(stopped.kinds().getFirst(), stopped.rule());
            Statistics.label("met").coverage(coverage -> {
                for (Kind kind : Kind.values()) {
                    for (AfterSupplement rule : AfterSupplement.values()) {
                        coverage.check(kind, rule).count(seen -> seen > 10);
                    }
                }
            });
        }
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(WorkCalendar.ZONE).toInstant();
    }
}
