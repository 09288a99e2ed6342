package vn.haidang.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vn.haidang.indicator.DayRange;

class StretchesUnitTests {

    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

    @Property(tries = 200)
    void everyDayIsVisitedOnceAndInOrder(
            @ForAll @IntRange(min = 1, max = 3000) int length, @ForAll @LongRange(min = 0) long seed) {
        var days = new DayRange(BEGINNING, BEGINNING.plusDays(length - 1L));
        var visited = new ArrayList<DayRange>();
        var random = new Random(seed);
        Stretches.of(days).forEach(stretch -> {
            visited.add(stretch);
            return random.nextInt(300_000);
        });
        LocalDate next = days.first();
        for (var stretch : visited) {
            assertThat(stretch.first()).isEqualTo(next);
            assertThat(length(stretch)).isLessThanOrEqualTo(Stretches.LONGEST);
            next = stretch.last().plusDays(1);
        }
        assertThat(next).isEqualTo(days.last().plusDays(1));
    }

    @Test
    void aMillionRecordsAYearAreNeverHeldAtOnceHoweverThinTheYearsBeforeWere() {
        var busy = new DayRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        var most = new ArrayList<Integer>();
        Stretches.of(new DayRange(BEGINNING, LocalDate.of(2026, 12, 31))).forEach(stretch -> {
            int held = (int) stretch.first()
                            .datesUntil(stretch.last().plusDays(1))
                            .filter(busy::contains)
                            .count()
                    * 2740;
            most.add(held);
            return held;
        });
        assertThat(most).allMatch(held -> held <= 2740 * Stretches.LONGEST);
        assertThat(most.stream().mapToInt(Integer::intValue).sum()).isEqualTo(365 * 2740);
        assertThat(most.size()).isLessThan(60);
    }

    private static long length(DayRange days) {
        return ChronoUnit.DAYS.between(days.first(), days.last()) + 1;
    }
}
