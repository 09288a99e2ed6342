package vn.haidang.plan.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.plan.Confidence;
import vn.haidang.plan.MeasuredValue;
import vn.haidang.plan.PlanDocument;
import vn.haidang.plan.ReportedValue;
import vn.haidang.plan.Standing;
import vn.haidang.plan.Standing.Hold;
import vn.haidang.plan.Status;
import vn.haidang.plan.Target;
import vn.haidang.plan.Target.Level;
import vn.haidang.plan.Target.NotComparable;
import vn.haidang.plan.Target.Operator;

class JudgementUnitTests {

    private static final MeasureCode MEASURE = new MeasureCode("test/measure");

    /** Issued on 1/1/2026; a target of 80 by 2026 stands at half on 2/7/2026. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // year, hold, operator, wanted, numerator, denominator, today, status, reason
                "2025, HOLDS, >=, 80, 80, 100, 2026-11-22, MET, reached",
                "2025, HOLDS, >=, 80, 799999, 1000000, 2026-11-22, BEHIND, missed",
                "2025, HOLDS, >, 80, 80, 100, 2026-11-22, BEHIND, missed",
                "2025, HOLDS, >, 80, 81, 100, 2026-11-22, MET, reached",
                "2025, HOLDS, =, 100, 100, 100, 2026-11-22, MET, reached",
                "2025, HOLDS, =, 100, 99, 100, 2026-11-22, BEHIND, missed",
                "2026, HOLDS, >=, 80, 41, 100, 2026-07-02, ON_TRACK, above-line",
                "2026, HOLDS, >=, 80, 39, 100, 2026-07-02, BEHIND, below-line",
                "2026, HOLDS, >=, 80, 79, 100, 2026-12-31, BEHIND, missed",
                "2026, HOLDS, >=, 80, 80, 100, 2026-12-31, MET, reached",
                "2030, AHEAD, >=, 100, 30, 100, 2027-01-01, ON_TRACK, above-line",
                "2030, AHEAD, >=, 100, 10, 100, 2027-01-01, BEHIND, below-line",
                "2025, HOLDS, >=, 80, 0, 0, 2026-11-22, NO_DATA, no-fact",
                "2022, ENDED, >=, 30, 10, 100, 2024-12-31, BEHIND, missed",
                "2022, ENDED, >=, 30, 31, 100, 2024-12-31, MET, reached",
            })
    void judgesWhatIsMeasured(
            int year,
            Hold hold,
            String sign,
            BigDecimal wanted,
            long numerator,
            long denominator,
            LocalDate today,
            Status status,
            String reason) {
        Target target = target(year, Operator.of(sign), wanted, "percent", null);

        Standing standing = Judgement.measured(target, hold, 0, measured(numerator, denominator, today, false));

        assertThat(standing).returns(status, Standing::status).returns(reason, Standing::reason);
    }

    @Test
    void aTierThatIsNoMoreKeepsItsLastValueAndIsNotJudgedFurther() {
        Target target = target(2025, Operator.AT_LEAST, new BigDecimal(80), "percent", null);
        LocalDate last = LocalDate.of(2025, 6, 30);

        assertThat(Judgement.measured(target, Hold.HOLDS, 0, measured(9, 10, last, true)))
                .returns(Status.TIER_ABOLISHED, Standing::status)
                .returns("tier-reached", Standing::reason)
                .returns(false, Standing::alarming);
        assertThat(Judgement.measured(target, Hold.HOLDS, 0, measured(1, 10, last, true))
                        .reason())
                .isEqualTo("tier-missed");
        assertThat(Judgement.measured(target, Hold.HOLDS, 0, measured(0, 0, last, true)))
                .returns(Status.TIER_ABOLISHED, Standing::status)
                .returns("tier-unknown", Standing::reason);
    }

    @Test
    void anotherPopulationIsNeverCompared() {
        Target target =
                target(2025, Operator.EXACTLY, new BigDecimal(100), "percent", new NotComparable("khác", "other"));

        assertThat(Judgement.measured(target, Hold.HOLDS, 0, measured(10, 10, LocalDate.of(2026, 3, 1), false))
                        .status())
                .isEqualTo(Status.NOT_COMPARABLE);
    }

    @Test
    void aMeasureThatIsNotThereIsNoData() {
        Target target = target(2025, Operator.AT_LEAST, BigDecimal.TEN, "percent", null);

        assertThat(Judgement.measured(target, Hold.HOLDS, 0, null).status()).isEqualTo(Status.NO_DATA);
    }

    /** A rank set among 63: published values as period:rank/universe. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025 | HOLDS | 0    | 2023:28/63          | NO_DATA        | too-old",
                "2025 | HOLDS | 0    | 2025:10/63          | MET            | reached",
                "2025 | HOLDS | 0    | 2025:15/63          | MET            | reached",
                "2025 | HOLDS | 0    | 2025:16/63          | BEHIND         | missed",
                "2025 | HOLDS | 0    | 2025:3/34           | NOT_COMPARABLE | universe",
                "2025 | HOLDS | 0    | 2025:10/63 2026:3/34| MET            | reached",
                "2022 | ENDED | 2025 | 2022:16/63 2023:8/63 2025:30/63 | MET | reached",
                "2022 | ENDED | 2025 | 2025:8/63           | NO_DATA        | too-old",
                "2030 | AHEAD | 0    | 2025:28/63          | BEHIND         | not-yet",
                "2030 | AHEAD | 0    | 2024:8/63           | NO_DATA        | too-old",
                "2025 | HOLDS | 0    | ''                  | NO_DATA        | no-value",
            })
    void judgesPublishedRanks(int year, Hold hold, int nextYear, String published, Status status, String reason) {
        Target target = target(year, Operator.AT_MOST, new BigDecimal(15), "rank", null);
        List<ReportedValue> values = Stream.of(published.split(" "))
                .filter(each -> !each.isBlank())
                .map(JudgementUnitTests::rank)
                .toList();

        Standing standing = Judgement.reported(target, hold, nextYear, values, LocalDate.of(2026, 11, 22));

        assertThat(standing).returns(status, Standing::status).returns(reason, Standing::reason);
    }

    @Test
    void aTargetWithoutValueIsNeverReachedByANumber() {
        Target target = target(2025, Operator.YES, null, "yes", null);

        assertThat(Judgement.reported(target, Hold.HOLDS, 0, List.of(), LocalDate.of(2026, 1, 1))
                        .status())
                .isEqualTo(Status.NO_DATA);
    }

    @Test
    void theLineIsStraightAndEndsAtTheTarget() {
        Target target = target(2026, Operator.AT_LEAST, new BigDecimal(80), "percent", null);

        assertThat(Judgement.line(target, LocalDate.of(2026, 1, 1))).isEqualByComparingTo("0");
        assertThat(Judgement.line(target, LocalDate.of(2026, 7, 2))).isEqualByComparingTo("40");
        assertThat(Judgement.line(target, LocalDate.of(2026, 12, 31))).isEqualByComparingTo("80");
        assertThat(Judgement.line(target, LocalDate.of(2028, 12, 31))).isEqualByComparingTo("80");
        assertThat(Judgement.line(
                        target(2026, Operator.AT_MOST, BigDecimal.TEN, "rank", null), LocalDate.of(2026, 7, 2)))
                .isNull();
        assertThat(Judgement.line(
                        target(2026, Operator.AT_LEAST, BigDecimal.TEN, "percent_per_year", null),
                        LocalDate.of(2026, 7, 2)))
                .isNull();
    }

    private static Target target(
            int year,
            Operator operator,
            @Nullable BigDecimal value,
            String unit,
            @Nullable NotComparable notComparable) {
        PlanDocument document =
                new PlanDocument("doc", "1/KH", LocalDate.of(2026, 1, 1), "t", "t", "i", null, "s", Confidence.H);
        return new Target(
                document,
                "indicator",
                Level.AREA,
                year,
                operator,
                value,
                unit,
                unit.equals("rank") ? 63 : null,
                notComparable,
                null,
                "s",
                Confidence.H);
    }

    private static MeasuredValue measured(long numerator, long denominator, LocalDate day, boolean last) {
        return new MeasuredValue(
                MEASURE,
                1,
                "city-31",
                Level.AREA,
                new DayRange(day.withDayOfYear(1), day),
                numerator,
                denominator,
                denominator > 0,
                last);
    }

    private static ReportedValue rank(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split("[:/]");
        return new ReportedValue(
                "indicator",
                parts[0],
                "city-31",
                new BigDecimal(parts[1]),
                Integer.valueOf(parts[2]),
                "s",
                Confidence.M);
    }
}
