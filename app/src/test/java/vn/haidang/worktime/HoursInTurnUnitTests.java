package vn.haidang.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Office hours that ended and those that went on, on the shipped calendar: the seasons of the province that joined the city. */
class HoursInTurnUnitTests {

    private static final LocalDate JOINED = LocalDate.of(2025, 7, 1);
    private static final String BOTH = HoursInTurn.then("hai-duong", JOINED, "standard");
    private static final WorkCalendar CALENDAR = ShippedCalendar.read();

    @Test
    void areTheFirstUntilTheDayAndTheOthersFromThenOn() {
        for (LocalDate day = LocalDate.of(2024, 10, 1); day.isBefore(LocalDate.of(2026, 4, 1)); day = day.plusDays(1)) {
            assertThat(open(day, BOTH))
                    .as(day.toString())
                    .isEqualTo(open(day, day.isBefore(JOINED) ? "hai-duong" : "standard"));
        }
        assertThat(CALENDAR.officeHours(BOTH).ended()).isEmpty();
        assertThat(CALENDAR.officeHours("hai-duong").ended()).contains(JOINED);
        assertThat(HoursInTurn.last(BOTH)).isEqualTo("standard");
        assertThat(HoursInTurn.last("standard")).isEqualTo("standard");
    }

    @Test
    void letATimeGoOnThatWasStoppedInTheFirstAndLeaveWhatWasReckonedBefore() {
        var filed = at("2025-06-26T16:45");
        var stopped = at("2025-06-27T07:20");
        var limit = TimeLimit.of(LegalDuration.parse("8wh"));
        var pause = new Pause(stopped, at("2025-07-02T09:00"), "bổ sung", "x", Pause.Kind.SUPPLEMENT);
        var asOf = at("2025-07-10T00:00");

        var goneOn = new Deadlines(CALENDAR).due(new Claim(filed, limit, BOTH, List.of(pause), asOf));
        assertThatThrownBy(
                        () -> new Deadlines(CALENDAR).due(new Claim(filed, limit, "hai-duong", List.of(pause), asOf)))
                .isInstanceOf(UnknownOfficeHours.class);

        // A quarter of an hour on the first day, twenty minutes on the next; seven hours and 25 minutes are left.
        assertThat(goneOn.due()).isEqualTo(at("2025-07-03T08:25"));
        assertThat(new Deadlines(CALENDAR)
                        .due(new Claim(filed, limit, BOTH, List.of(), stopped))
                        .receivedAt())
                .isEqualTo(filed);
    }

    @Test
    void areTheFirstAloneOnACalendarThatDoesNotKnowTheOthersYet() {
        var later = HoursInTurn.then("hai-duong", JOINED, "nobody");

        assertThat(open(JOINED.minusDays(1), later)).isEqualTo(open(JOINED.minusDays(1), "hai-duong"));
        assertThatThrownBy(() -> CALENDAR.spans(JOINED, later)).isInstanceOf(UnknownOfficeHours.class);
        assertThatThrownBy(() -> CALENDAR.officeHours(HoursInTurn.then("nobody", JOINED, "standard")))
                .isInstanceOf(UnknownOfficeHours.class);
    }

    @Test
    void tellTheFirstDayOfATimeForWhichNoneAreKnown() {
        var ended = CALENDAR.officeHours("hai-duong");
        var longBefore = LocalDate.of(2020, 1, 1);

        assertThat(ended.firstUnknown(longBefore, null)).contains(JOINED);
        assertThat(ended.firstUnknown(longBefore, JOINED)).isEmpty();
        assertThat(ended.firstUnknown(JOINED.minusDays(1), JOINED.plusDays(1))).contains(JOINED);
        assertThat(ended.firstUnknown(longBefore.minusDays(1), null)).contains(longBefore.minusDays(1));
        assertThat(CALENDAR.officeHours("standard").firstUnknown(longBefore, null))
                .isEmpty();
    }

    private static List<String> open(LocalDate day, String hours) {
        return CALENDAR.spans(day, hours).stream()
                .map(span -> span.opens() + "-" + span.closes())
                .toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }
}
