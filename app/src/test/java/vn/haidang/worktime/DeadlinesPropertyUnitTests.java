package vn.haidang.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares the reckoning with a naive walk, minute by minute or day by day, over random calendars and pauses. */
class DeadlinesPropertyUnitTests {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final int MINUTES_OF_DAY = 1440;
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime LUNCH = LocalTime.of(11, 30);
    private static final LocalTime RETURNS = LocalTime.of(13, 0);
    private static final LocalTime CLOSES = LocalTime.of(16, 45);

    /** Days off, Saturdays swapped in, minutes since the start for the filing and the ends of the pauses. */
    record Situation(Set<Integer> off, Set<Integer> swappedIn, List<Integer> minutes, int amount) {

        boolean works(LocalDate day) {
            int number = (int) (day.toEpochDay() - START.toEpochDay());
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            return weekend ? swappedIn.contains(number) : !off.contains(number);
        }

        boolean open(LocalDateTime minute) {
            LocalTime time = minute.toLocalTime();
            boolean morning = !time.isBefore(OPENS) && time.isBefore(LUNCH);
            boolean afternoon = !time.isBefore(RETURNS) && time.isBefore(CLOSES);
            return works(minute.toLocalDate()) && (morning || afternoon);
        }

        LocalDateTime moment(int index) {
            return START.atStartOfDay().plusMinutes(minutes.get(index));
        }

        LocalDateTime received(int index) {
            LocalDateTime minute = moment(index);
            while (!open(minute)) {
                minute = minute.plusMinutes(1);
            }
            return minute;
        }

        WorkCalendar calendar() {
            Stream<CalendarDay> offDays = off.stream()
                    .map(START::plusDays)
                    .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                    .map(day -> new CalendarDay(day, DayKind.HOLIDAY, "nghỉ", "off", true, "x"));
            Stream<CalendarDay> swapped = swappedIn.stream()
                    .map(START::plusDays)
                    .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0)
                    .map(day -> new CalendarDay(day, DayKind.SWAP_WORK, "bù", "swap", true, "x"));
            List<OfficeHours.Span> spans = new ArrayList<>();
            for (DayOfWeek day : List.of(
                    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
                spans.add(new OfficeHours.Span(day, RETURNS, CLOSES, LocalDate.EPOCH, null, null, "x"));
                spans.add(new OfficeHours.Span(day, OPENS, LUNCH, LocalDate.EPOCH, null, null, "x"));
            }
            return new WorkCalendar(
                    1,
                    Stream.concat(offDays, swapped).toList(),
                    Set.of(2026, 2027),
                    List.of(),
                    List.of(new OfficeHours("office", "giờ", "hours", spans)));
        }

        Deadline deadline(LegalDuration duration) {
            List<Pause> pauses = new ArrayList<>();
            for (int i = 1; i < minutes.size(); i += 2) {
                pauses.add(new Pause(instant(moment(i)), instant(moment(i + 1)), "x", null));
            }
            Claim claim = new Claim(
                    instant(moment(0)),
                    TimeLimit.of(duration),
                    "office",
                    pauses,
                    instant(START.plusYears(1).atStartOfDay()));
            return new Deadlines(calendar()).due(claim);
        }
    }

    @Property(tries = 400)
    void hoursEndWhereAWalkMinuteByMinuteEnds(@ForAll("situations") Situation situation) {
        var deadline = situation.deadline(new LegalDuration.WorkingHours(Duration.ofMinutes(situation.amount() * 37L)));

        int left = situation.amount() * 37;
        LocalDateTime minute = situation.received(0);
        while (left > 0) {
            left -= situation.open(minute) && !paused(situation, minute) ? 1 : 0;
            minute = minute.plusMinutes(1);
        }
        assertThat(deadline.due()).isEqualTo(instant(minute));
    }

    @Property(tries = 400)
    void workingDaysEndWhereAWalkDayByDayEnds(@ForAll("situations") Situation situation) {
        var deadline = situation.deadline(new LegalDuration.WorkingDays(situation.amount()));

        LocalDate day = situation.received(0).toLocalDate();
        int counted = 0;
        while (counted < situation.amount() || pausedAtTheEndOf(situation, day)) {
            day = day.plusDays(1);
            counted += situation.works(day) && !startsPausedOrResumes(situation, day) ? 1 : 0;
        }
        assertThat(deadline.dueDay()).isEqualTo(day);
    }

    @Property(tries = 400)
    void sameDayEndsWithTheWorkingDayOfTheLastReceipt(@ForAll("situations") Situation situation) {
        var deadline = situation.deadline(new LegalDuration.SameDay(LocalTime.of(15, 0)));

        LocalDateTime due = closing(situation, situation.received(0));
        for (int i = 1; i < situation.minutes().size() && situation.moment(i).isBefore(due); i += 2) {
            due = closing(situation, situation.received(i + 1));
        }
        assertThat(deadline.due()).isEqualTo(instant(due));
    }

    @Property(tries = 200)
    void neverEndsOnARestDayNorBeforeTheReceipt(@ForAll("situations") Situation situation) {
        for (String unit : List.of("wd", "d", "m")) {
            var deadline = situation.deadline(LegalDuration.parse(situation.amount() + unit));

            assertThat(deadline.dueDay()).isNotNull().matches(situation::works);
            assertThat(deadline.due()).isAfter(deadline.receivedAt());
        }
    }

    @Property(tries = 200)
    void namesEveryDayOffBetweenReceiptAndEndOnce(@ForAll("situations") Situation situation) {
        var free = new Situation(
                situation.off(), situation.swappedIn(), situation.minutes().subList(0, 1), 9);
        var deadline = free.deadline(new LegalDuration.WorkingDays(9));

        LocalDate end = deadline.dueDay() == null ? START : deadline.dueDay();
        Map<LocalDate, Long> named = deadline.derivation().lines().stream()
                .filter(line -> line.code().equals("off"))
                .flatMap(line -> line.terms().stream())
                .flatMap(term -> term instanceof Term.Day(LocalDate day) ? Stream.of(day) : Stream.empty())
                .collect(Collectors.groupingBy(day -> day, Collectors.counting()));
        List<LocalDate> expected = free.received(0)
                .toLocalDate()
                .datesUntil(end)
                .filter(day -> !free.works(day) && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .toList();
        assertThat(named.keySet()).containsAll(expected);
        assertThat(named.values()).allMatch(count -> count == 1);
    }

    @Provide
    Arbitrary<Situation> situations() {
        var days = Arbitraries.integers().between(0, 40).set().ofMaxSize(6);
        var minutes = Arbitraries.integers()
                .between(0, 30 * MINUTES_OF_DAY)
                .set()
                .ofSize(5)
                .map(set -> set.stream().sorted().toList());
        var close = Arbitraries.integers()
                .between(0, 4 * MINUTES_OF_DAY)
                .set()
                .ofSize(5)
                .map(set -> set.stream().sorted().toList());
        var cut = Combinators.combine(Arbitraries.oneOf(minutes, close), Arbitraries.of(1, 3, 5))
                .as((all, size) -> all.subList(0, size));
        return Combinators.combine(days, days, cut, Arbitraries.integers().between(1, 12))
                .as(Situation::new);
    }

    private static LocalDateTime closing(Situation situation, LocalDateTime received) {
        LocalDate day = received.toLocalDate();
        if (received.toLocalTime().isAfter(LocalTime.of(15, 0))) {
            do {
                day = day.plusDays(1);
            } while (!situation.works(day));
        }
        return day.atTime(CLOSES);
    }

    private static boolean paused(Situation situation, LocalDateTime minute) {
        for (int i = 1; i < situation.minutes().size(); i += 2) {
            if (!minute.isBefore(situation.moment(i)) && minute.isBefore(situation.moment(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean pausedAtTheEndOf(Situation situation, LocalDate day) {
        for (int i = 1; i < situation.minutes().size(); i += 2) {
            if (!situation.moment(i).toLocalDate().isAfter(day)
                    && situation.received(i + 1).toLocalDate().isAfter(day)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsPausedOrResumes(Situation situation, LocalDate day) {
        for (int i = 1; i < situation.minutes().size(); i += 2) {
            if (situation.moment(i).toLocalDate().isBefore(day)
                    && !situation.received(i + 1).toLocalDate().isBefore(day)) {
                return true;
            }
        }
        return false;
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(WorkCalendar.ZONE).toInstant();
    }
}
