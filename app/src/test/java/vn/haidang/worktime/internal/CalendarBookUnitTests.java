package vn.haidang.worktime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.haidang.worktime.OfficeHours;

class CalendarBookUnitTests {

    private static final LocalDate MONDAY = LocalDate.of(2024, 4, 29);
    private static final LocalDate ANNOUNCED = LocalDate.of(2024, 4, 12);

    @Test
    void knowsASwapFromTheDayOfItsNoticeOnWheneverItWasEntered() {
        var book = book(List.of(known(day(MONDAY, "SWAP_OFF", ANNOUNCED), 5, null, null)), List.of());

        assertThat(book.on(ANNOUNCED.minusDays(1)).isWorkingDay(MONDAY)).isTrue();
        assertThat(book.on(ANNOUNCED).isWorkingDay(MONDAY)).isFalse();
    }

    @Test
    void knowsADayWithoutAnEstablishedNoticeOnEveryDay() {
        var book = book(List.of(known(day(MONDAY, "HOLIDAY", null), 5, null, null)), List.of());

        assertThat(book.on(LocalDate.of(2000, 1, 1)).isWorkingDay(MONDAY)).isFalse();
    }

    @Test
    void forgetsNothingThatWasCalledOff() {
        var calledOff = LocalDate.of(2024, 4, 20);
        var book = book(List.of(known(day(MONDAY, "SWAP_OFF", ANNOUNCED), 5, 8, LocalDate.of(2024, 4, 22))), List.of());
        var replaced = book(
                List.of(
                        known(day(MONDAY, "SWAP_OFF", ANNOUNCED), 5, 8, LocalDate.of(2024, 4, 22)),
                        known(day(MONDAY, "PENDING", calledOff), 8, null, null)),
                List.of());

        assertThat(book.on(LocalDate.of(2024, 4, 21)).isWorkingDay(MONDAY)).isFalse();
        assertThat(book.on(LocalDate.of(2024, 4, 22)).isWorkingDay(MONDAY)).isTrue();
        assertThat(replaced.on(LocalDate.of(2024, 4, 19)).isWorkingDay(MONDAY)).isFalse();
        assertThat(replaced.on(calledOff).isWorkingDay(MONDAY)).isTrue();
    }

    @Test
    void doesNotGoBackToWhatWasReplacedWhenTheReplacementIsDropped() {
        var book = book(
                List.of(
                        known(day(MONDAY, "SWAP_OFF", ANNOUNCED), 1, 5, LocalDate.of(2024, 4, 15)),
                        known(day(MONDAY, "HOLIDAY", LocalDate.of(2024, 4, 15)), 5, 7, LocalDate.of(2024, 4, 25))),
                List.of());

        assertThat(book.on(LocalDate.of(2024, 4, 24)).isWorkingDay(MONDAY)).isFalse();
        assertThat(book.on(LocalDate.of(2024, 4, 25)).isWorkingDay(MONDAY)).isTrue();
    }

    @Test
    void letsWhatAnAdministratorDeclaredWin() {
        var shipped = List.of(known(day(MONDAY, "SWAP_OFF", null), 1, null, null));
        var plain = known(day(MONDAY, DayRow.PLAIN, null), 2, 3, LocalDate.of(2024, 4, 20));
        var book = book(shipped, List.of(plain));

        assertThat(book.at(1).isWorkingDay(MONDAY)).isFalse();
        assertThat(book.at(2).isWorkingDay(MONDAY)).isTrue();
        assertThat(book.at(3).isWorkingDay(MONDAY)).isFalse();
        assertThat(book.next(new CalendarLayer(List.of(plain.row()), List.of(), List.of()))
                        .isWorkingDay(MONDAY))
                .isTrue();
    }

    @Test
    void replacesTheShippedHoursOnlyInTheTimeOfTheDeclaredOnes() {
        var hours = CalendarBook.hours(
                List.of(hours("2020-01-01", null, 8)),
                List.of(hours("2026-05-01", "2026-06-01", 7), hours("2026-07-01", null, 9)));
        var office = hours.iterator().next();

        assertThat(opens(office, "2026-04-27")).isEqualTo(8);
        assertThat(opens(office, "2026-05-04")).isEqualTo(7);
        assertThat(opens(office, "2026-06-01")).isEqualTo(8);
        assertThat(opens(office, "2026-07-06")).isEqualTo(9);
        assertThat(office.firstGap()).isEmpty();
        assertThat(office.firstOverlap()).isEmpty();
    }

    private static int opens(OfficeHours hours, String monday) {
        return hours.on(LocalDate.parse(monday), false).getFirst().opens().getHour();
    }

    private static HoursRow hours(String from, @Nullable String to, int opens) {
        return new HoursRow(
                "office",
                "x",
                "x",
                1,
                LocalTime.of(opens, 0),
                LocalTime.of(17, 0),
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                "",
                "x",
                "K");
    }

    private static DayRow day(LocalDate date, String kind, @Nullable LocalDate since) {
        return new DayRow(date, kind, "x", "x", false, since, "x", "K");
    }

    private static Known<DayRow> known(DayRow row, int from, @Nullable Integer to, @Nullable LocalDate dropped) {
        return new Known<>(row, from, to, row.knownFrom(), dropped);
    }

    private static CalendarBook book(List<Known<DayRow>> shipped, List<Known<DayRow>> own) {
        var recorded = new TreeMap<Integer, Instant>();
        recorded.put(1, Instant.parse("2024-01-01T01:00:00Z"));
        recorded.put(8, Instant.parse("2024-04-22T01:00:00Z"));
        return new CalendarBook(
                recorded,
                new CalendarBook.Layer(shipped, List.of(), List.of()),
                new CalendarBook.Layer(own, List.of(), List.of()),
                List.of());
    }
}
