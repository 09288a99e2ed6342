package vn.haidang.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.worktime.ShippedCalendar.STANDARD;
import static vn.haidang.worktime.ShippedCalendar.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What users of other systems reported about their clocks, each by the number it has in their tracker: here it must not happen. */
class AnchorBugsUnitTests {

    private static final String FILED = "2026-03-02T09:00";

    private final Deadlines deadlines = new Deadlines(ShippedCalendar.read());

    /** VietOpenCPS/opencps#1254: after three or four requests for a supplement a file in time is shown as overdue. */
    @Test
    void opencps1254FourSupplementsLeaveWhatWasLeft() {
        List<Pause> pauses = new ArrayList<>();
        for (String day : List.of("03", "05", "09", "11")) {
            pauses.add(pause("2026-03-" + day + "T10:00", "2026-03-" + day + "T16:00"));
        }

        Deadline deadline = deadlines.due(claim("10wd", pauses, "2026-03-12T09:00"));

        assertThat(deadline.dueDay()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(deadline.due()).isAfter(at("2026-03-12T09:00"));
    }

    /** demarche-numerique#11494: the reckoning fails for a file that was declared incomplete several times. */
    @Test
    void demarche11494TenSupplementsAreReckoned() {
        List<Pause> pauses = new ArrayList<>();
        Instant from = at("2026-03-03T10:00");
        for (int round = 0; round < 10; round++) {
            Instant to = from.plusSeconds(36 * 3600L);
            pauses.add(new Pause(from, to, "round " + round, null));
            from = to;
        }

        Deadline deadline = deadlines.due(claim("10wd", pauses, "2026-04-15T09:00"));

        assertThat(deadline.due()).isNotNull().isAfter(from);
        assertThat(deadline.derivation().lines()).anyMatch(line -> line.code().equals("paused"));
    }

    /** VietOpenCPS/opencps#1280: nobody can say how it was reckoned that a step is overdue. */
    @Test
    void opencps1280EveryEndSaysHowItWasReckoned() {
        for (String duration : List.of("4wh", "3wd", "10d", "1m", "same-day@15:00")) {
            Deadline deadline = deadlines.due(claim(duration, List.of(), FILED));

            assertThat(deadline.derivation().lines()).as(duration).hasSizeGreaterThanOrEqualTo(2);
            assertThat(deadline.derivation().lines())
                    .allMatch(line -> !line.messageKey().isEmpty());
        }
    }

    /** VietOpenCPS/opencps#1080: the days of a step are ignored, it always has none. */
    @Test
    void opencps1080TheTimeOfAStepCounts() {
        assertThat(deadlines.due(claim("4wh", List.of(), FILED)).due()).isEqualTo(at("2026-03-02T14:00"));
        assertThat(deadlines.due(claim("2wd", List.of(), FILED)).due()).isEqualTo(at("2026-03-05T00:00"));
    }

    /** VietOpenCPS/opencps#1252: what is left must be given in working days and working hours; there it "cannot be done". */
    @Test
    void opencps1252WhatIsLeftIsInTheUnitOfTheLimit() {
        Deadline days = deadlines.due(claim("5wd", List.of(pause("2026-03-04T10:00", null)), "2026-03-09T09:00"));
        Deadline hours = deadlines.due(claim("8wh", List.of(pause("2026-03-02T11:00", null)), "2026-03-09T09:00"));

        assertThat(days.remaining()).isInstanceOf(LegalDuration.WorkingDays.class);
        assertThat(hours.remaining()).isEqualTo(LegalDuration.WorkingHours.of(6));
    }

    /** opencps-v2 PR#1466 and #1560, "fix overdue": a file is called late on its last day, or counts the rest day as late. */
    @Test
    void opencps1466And1560TheLastDayIsInTimeToItsEnd() {
        Deadline deadline = deadlines.due(claim("3wd", List.of(), FILED));
        Instant due = deadline.due();

        assertThat(deadline.dueDay()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(due).isEqualTo(at("2026-03-06T00:00"));
        assertThat(deadlines.due(claim("12d", List.of(), FILED)).dueDay())
                .as("the twelfth day is a Saturday")
                .isEqualTo(LocalDate.of(2026, 3, 16));
    }

    /** open-zaak#885, gemma-zaken#1953 and righttoknow#183: a suspension moves nothing, and its days cannot be counted. */
    @Test
    void openZaak885ASuspensionMovesTheEnd() {
        Deadline without = deadlines.due(claim("5wd", List.of(), "2026-03-20T09:00"));
        Deadline with =
                deadlines.due(claim("5wd", List.of(pause("2026-03-04T10:00", "2026-03-11T10:00")), "2026-03-20T09:00"));

        assertThat(without.dueDay()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(with.dueDay()).isAfter(without.dueDay());
        assertThat(with.derivation().lines()).anyMatch(line -> line.code().equals("paused"));
    }

    /** mrs#937 and #1033: a flag "suspended" takes the end away for good. Here the clock that goes on has an end again. */
    @Test
    void mrs937AStoppedClockHasNoEndOnlyWhileItStands() {
        Deadline standing = deadlines.due(claim("5wd", List.of(pause("2026-03-04T10:00", null)), "2026-03-10T09:00"));
        Deadline running =
                deadlines.due(claim("5wd", List.of(pause("2026-03-04T10:00", "2026-03-10T10:00")), "2026-03-10T11:00"));

        assertThat(standing.due()).isNull();
        assertThat(standing.remaining()).isNotNull();
        assertThat(running.due()).isNotNull();
    }

    /** What happened later is not taken into account: the answer of a past day can be given again. */
    @Test
    void aPastDayIsAnsweredAsItWasThen() {
        List<Pause> pauses = List.of(pause("2026-03-04T10:00", "2026-03-10T10:00"));

        assertThat(deadlines.due(claim("5wd", pauses, "2026-03-03T09:00")).dueDay())
                .isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(deadlines.due(claim("5wd", pauses, "2026-03-05T09:00")).due())
                .isNull();
        assertThat(deadlines.due(claim("5wd", pauses, "2026-03-11T09:00")).dueDay())
                .isAfter(LocalDate.of(2026, 3, 9));
    }

    private static Claim claim(String duration, List<Pause> pauses, String asOf) {
        return new Claim(at(FILED), TimeLimit.of(LegalDuration.parse(duration)), STANDARD, pauses, at(asOf));
    }

    private static Pause pause(String from, @Nullable String to) {
        return new Pause(at(from), to == null ? null : at(to), "supplement", null);
    }
}
