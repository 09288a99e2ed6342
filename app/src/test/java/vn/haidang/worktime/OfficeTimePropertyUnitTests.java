package vn.haidang.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Office time with seasons, changes of hours and swapped days, against a walk minute by minute. */
class OfficeTimePropertyUnitTests {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final LocalDate BEGINNING = LocalDate.of(2024, 1, 1);
    private static final int SPAN_OF_DAYS = 40;

    /**
     * Hours of the one season, of the other, and from the day {@code change} on for good: whole hours.
     *
     * @param season first and last day of the first season, as days after New Year
     */
    record Situation(
            List<Integer> hours, List<Integer> season, int change, Set<Integer> off, int from, int length, int amount) {

        MonthDay seasonDay(int index) {
            return MonthDay.from(LocalDate.of(2026, 1, 1).plusDays(season.get(index)));
        }

        /** Said once more, as plainly as can be. */
        boolean open(LocalDateTime minute) {
            LocalDate day = minute.toLocalDate();
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 || off.contains(offset(day))) {
                return false;
            }
            int which = offset(day) >= change ? 4 : inSeason(day) ? 0 : 2;
            return minute.getHour() >= hours.get(which) && minute.getHour() < hours.get(which + 1);
        }

        private boolean inSeason(LocalDate day) {
            LocalDate walk = seasonDay(0).atYear(day.getYear());
            while (!MonthDay.from(walk).equals(seasonDay(1))) {
                if (MonthDay.from(walk).equals(MonthDay.from(day))) {
                    return true;
                }
                walk = walk.plusDays(1);
            }
            return MonthDay.from(walk).equals(MonthDay.from(day));
        }

        private static int offset(LocalDate day) {
            return (int) (day.toEpochDay() - START.toEpochDay());
        }

        WorkCalendar calendar() {
            LocalDate changed = START.plusDays(change);
            MonthDay afterSeason = MonthDay.from(seasonDay(1).atYear(2026).plusDays(1));
            MonthDay beforeSeason = MonthDay.from(seasonDay(0).atYear(2026).minusDays(1));
            var seasons = new OfficeHours(
                    "office",
                    "x",
                    "x",
                    Stream.concat(
                                    spans(0, BEGINNING, new Season(seasonDay(0), seasonDay(1))),
                                    spans(2, BEGINNING, new Season(afterSeason, beforeSeason)))
                            .toList());
            var later =
                    new OfficeHours("office", "y", "y", spans(4, changed, null).toList());
            return new WorkCalendar(
                    1,
                    off.stream()
                            .map(START::plusDays)
                            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                            .map(day -> new CalendarDay(day, DayKind.HOLIDAY, "x", "x", true, "x"))
                            .toList(),
                    Set.of(2026, 2027),
                    List.of(),
                    List.of(seasons.replacedBy(later, changed, null)));
        }

        private Stream<OfficeHours.Span> spans(
                int which, LocalDate from, @org.jspecify.annotations.Nullable Season inSeason) {
            List<OfficeHours.Span> spans = new ArrayList<>();
            for (DayOfWeek day : DayOfWeek.values()) {
                spans.add(new OfficeHours.Span(
                        day,
                        LocalTime.of(hours.get(which), 0),
                        LocalTime.of(hours.get(which + 1), 0),
                        from,
                        null,
                        inSeason,
                        "x"));
            }
            return spans.stream();
        }

        LocalDateTime begin() {
            return START.atStartOfDay().plusMinutes(from);
        }
    }

    @Property(tries = 150)
    void worksAsManyMinutesAsAWalkFindsOpen(@ForAll("situations") Situation situation) {
        var end = situation.begin().plusMinutes(situation.length());

        long open = Stream.iterate(situation.begin(), minute -> minute.isBefore(end), minute -> minute.plusMinutes(1))
                .filter(situation::open)
                .count();
        assertThat(new Deadlines(situation.calendar()).worked(instant(situation.begin()), instant(end), "office"))
                .isEqualTo(Duration.ofMinutes(open));
    }

    @Property(tries = 150)
    void endsAndIsReceivedWhereAWalkEnds(@ForAll("situations") Situation situation) {
        var limit = new LegalDuration.WorkingHours(Duration.ofMinutes(situation.amount()));
        var deadline = new Deadlines(situation.calendar())
                .due(Claim.filed(instant(situation.begin()), TimeLimit.of(limit), "office"));

        LocalDateTime minute = situation.begin();
        while (!situation.open(minute)) {
            minute = minute.plusMinutes(1);
        }
        assertThat(deadline.receivedAt()).isEqualTo(instant(minute));
        for (int left = situation.amount(); left > 0; minute = minute.plusMinutes(1)) {
            left -= situation.open(minute) ? 1 : 0;
        }
        assertThat(deadline.due()).isEqualTo(instant(minute));
    }

    @Property(tries = 60)
    void findsNoGapNorOverlapBetweenSeasonsThatMeet(@ForAll("situations") Situation situation) {
        var hours = situation.calendar().officeHours("office");

        assertThat(hours.firstGap()).isEmpty();
        assertThat(hours.firstOverlap()).isEmpty();
    }

    @Property(tries = 60)
    void findsTheFirstDayThatNoSeasonCovers(@ForAll("situations") Situation situation) {
        var summer = new Season(situation.seasonDay(0), situation.seasonDay(1));
        var from = summer.first().atYear(2026);
        var span =
                new OfficeHours.Span(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(9, 0), from, null, summer, "x");

        assertThat(new OfficeHours("office", "x", "x", List.of(span)).firstGap())
                .hasValue(summer.last().atYear(2026).plusDays(1));
    }

    @Provide
    Arbitrary<Situation> situations() {
        var pair = Arbitraries.integers().between(6, 18).tuple2().map(two -> {
            int opens = Math.min(two.get1(), two.get2());
            int closes = Math.max(two.get1(), two.get2());
            return List.of(opens, opens == closes ? closes + 1 : closes);
        });
        var hours = pair.list()
                .ofSize(3)
                .map(pairs -> pairs.stream().flatMap(List::stream).toList());
        var season = Arbitraries.integers()
                .between(20, 340)
                .set()
                .ofSize(2)
                .map(set -> set.stream().sorted().toList());
        var around = Arbitraries.integers()
                .between(50, 110)
                .set()
                .ofSize(2)
                .map(set -> set.stream().sorted().toList());
        var off = Arbitraries.integers().between(0, SPAN_OF_DAYS).set().ofMaxSize(5);
        return Combinators.combine(
                        hours,
                        Arbitraries.oneOf(season, around),
                        Arbitraries.integers().between(-5, SPAN_OF_DAYS),
                        off,
                        Arbitraries.integers().between(0, 20 * 1440),
                        Arbitraries.integers().between(0, 20 * 1440),
                        Arbitraries.integers().between(1, 3000))
                .as(Situation::new);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(WorkCalendar.ZONE).toInstant();
    }
}
