package vn.haidang.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Periods of any closing day tile the time without gap or overlap. */
class PeriodPolicyPropertyUnitTests {

    @Property
    void everyDayBelongsToOnePeriodFoundByWalking(
            @ForAll("policies") PeriodPolicy policy, @ForAll @IntRange(min = 0, max = 3652) int offset) {
        LocalDate day = LocalDate.of(2019, 12, 31).plusDays(offset);
        for (PeriodKind kind : policy.closingDays().keySet()) {
            List<ReportingPeriod> holding = IntStream.rangeClosed(2019, 2031)
                    .boxed()
                    .flatMap(year -> IntStream.rangeClosed(1, kind.perYear())
                            .mapToObj(number -> policy.period(kind, year, number)))
                    .filter(period -> period.contains(day))
                    .toList();

            assertThat(holding).hasSizeLessThanOrEqualTo(1);
            assertThat(policy.containing(kind, day).stream().toList()).isEqualTo(holding);
            assertThat(holding.isEmpty()).isEqualTo(kind == PeriodKind.NINE_MONTHS && isAfterNineMonths(policy, day));
        }
    }

    @Property
    void periodsFollowOneUponAnotherAndLongOnesAreMadeOfMonths(
            @ForAll("policies") PeriodPolicy policy, @ForAll @IntRange(min = 2020, max = 2030) int year) {
        for (PeriodKind kind : policy.closingDays().keySet()) {
            for (int number = 1; number <= kind.perYear(); number++) {
                var period = policy.period(kind, year, number);
                var first = policy.period(PeriodKind.MONTH, year, (number - 1) * kind.months() + 1);
                var last = policy.period(PeriodKind.MONTH, year, number * kind.months());

                assertThat(period.first()).isEqualTo(first.first());
                assertThat(period.last()).isEqualTo(last.last());
                assertThat(policy.previous(policy.next(period))).isEqualTo(period);
                if (kind != PeriodKind.NINE_MONTHS) {
                    assertThat(policy.next(period).first())
                            .isEqualTo(period.last().plusDays(1));
                }
            }
        }
    }

    @Provide
    Arbitrary<PeriodPolicy> policies() {
        return Arbitraries.integers().between(1, 31).map(day -> {
            Map<PeriodKind, Integer> closing = new EnumMap<>(PeriodKind.class);
            for (PeriodKind kind : PeriodKind.values()) {
                closing.put(kind, day);
            }
            return new PeriodPolicy("any", "x", "x", closing);
        });
    }

    private static boolean isAfterNineMonths(PeriodPolicy policy, LocalDate day) {
        return List.of(10, 11, 12).stream()
                .anyMatch(month ->
                        policy.period(PeriodKind.MONTH, day.getYear(), month).contains(day)
                                || policy.period(PeriodKind.MONTH, day.getYear() + 1, month)
                                        .contains(day)
                                || policy.period(PeriodKind.MONTH, day.getYear() - 1, month)
                                        .contains(day));
    }
}
