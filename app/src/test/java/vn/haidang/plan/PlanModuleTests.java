package vn.haidang.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.plan.PlanModuleTests.Measures;
import vn.haidang.plan.Standing.Hold;
import vn.haidang.plan.Target.Level;
import vn.haidang.reference.ReferenceData;

/** The shipped plan on 2/3/2026, with work files of this test. */
@ModuleTest
@Import(Measures.class)
class PlanModuleTests {

    private static final MeasureCode WORK_FILES = new MeasureCode("casework/work-file-online");
    private static final LocalDate LAST_OF_DISTRICTS = LocalDate.of(2025, 6, 30);

    private final Plan plan;
    private final Facts facts;
    private final Units units;
    private final ReferenceData reference;
    private final TransactionTemplate transaction;

    PlanModuleTests(Plan plan, Facts facts, Units units, ReferenceData reference, TransactionTemplate transaction) {
        this.plan = plan;
        this.facts = facts;
        this.units = units;
        this.reference = reference;
        this.transaction = transaction;
    }

    @Test
    void keepsEveryTargetOfEveryDocumentWithItsSource() {
        Progress share = plan.progress("digital-economy-share").orElseThrow();

        assertThat(share.conflicting()).isTrue();
        assertThat(share.standings())
                .filteredOn(standing -> standing.target().year() == 2025)
                .extracting(standing -> standing.target().document().key() + " "
                        + standing.target().value() + " " + standing.target().confidence())
                .containsExactlyInAnyOrder("kh-227-2020 2E+1 H", "nq-03-2021 25 M", "kh-106-2025 35 M");
    }

    @Test
    void holdsTargetsFromTheirYearUntilThoseOfALaterYearFallDue() {
        Progress files = plan.progress("work-file-online").orElseThrow();

        assertThat(files.standings())
                .filteredOn(standing -> standing.target().level() == Level.COMMUNE)
                .extracting(standing ->
                        standing.target().document().key() + " " + standing.hold() + " " + standing.nextYear())
                .containsExactly(
                        "kh-nam-2022 ENDED 2025", "kh-227-2020 HOLDS 0", "nq-03-2021 HOLDS 0", "qd-749-2020 AHEAD 0");
        assertThat(files.main(Level.COMMUNE)).extracting(Standing::hold).containsOnly(Hold.HOLDS);
    }

    @Test
    void countsEachLevelByItselfAndTheDistrictsUpToTheirLastDay() {
        UnitId commune =
                units.ofTier(Tier.COMMUNE, LocalDate.of(2026, 3, 2)).getFirst().id();
        UnitId district =
                units.ofTier(Tier.DISTRICT, LAST_OF_DISTRICTS).getFirst().id();
        record(commune, LocalDate.of(2026, 3, 2), 7, 10);
        record(district, LocalDate.of(2025, 6, 30), 8, 10);
        record(district, LocalDate.of(2025, 1, 1), 1, 10);

        Progress files = plan.progress("work-file-online").orElseThrow();

        assertThat(files.current(Level.COMMUNE))
                .returns(7L, MeasuredValue::numerator)
                .returns(10L, MeasuredValue::denominator)
                .returns(new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 2)), MeasuredValue::days);
        assertThat(files.current(Level.DISTRICT))
                .returns(9L, MeasuredValue::numerator)
                .returns(20L, MeasuredValue::denominator)
                .returns(true, MeasuredValue::last)
                .returns(new DayRange(LocalDate.of(2025, 1, 1), LAST_OF_DISTRICTS), MeasuredValue::days);
        assertThat(status(files, "kh-227-2020", Level.COMMUNE)).isEqualTo(Status.MET);
        assertThat(status(files, "kh-227-2020", Level.DISTRICT)).isEqualTo(Status.TIER_ABOLISHED);
        assertThat(status(files, "qd-749-2020", Level.DISTRICT)).isEqualTo(Status.TIER_ABOLISHED);
        assertThat(status(files, "kh-nam-2022", Level.DISTRICT)).isEqualTo(Status.NO_DATA);
    }

    @Test
    void tellsWhatEachLivingLevelWasAMonthAgo() {
        UnitId commune =
                units.ofTier(Tier.COMMUNE, LocalDate.of(2026, 3, 2)).getLast().id();
        MeasuredValue before = before(Level.COMMUNE);
        record(commune, LocalDate.of(2026, 2, 2), 3, 4);
        record(commune, LocalDate.of(2026, 2, 3), 5, 5);

        assertThat(before(Level.COMMUNE))
                .returns(before.numerator() + 3, MeasuredValue::numerator)
                .returns(before.denominator() + 4, MeasuredValue::denominator)
                .returns(new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 2)), MeasuredValue::days);
        record(commune, LocalDate.of(2026, 2, 2), -3, -4);
        record(commune, LocalDate.of(2026, 2, 3), -5, -5);
        assertThat(before(Level.CITY)).isNotNull();
        assertThat(filesNow().before(Level.DISTRICT))
                .as("a tier that is no more stands where it stood")
                .isNull();
    }

    private MeasuredValue before(Level level) {
        return Objects.requireNonNull(filesNow().before(level));
    }

    private Progress filesNow() {
        return plan.progress().stream()
                .filter(each -> each.indicator().key().equals("work-file-online"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void comparesNoRankAcrossAnotherNumberOfProvinces() {
        Progress rank = plan.progress("digital-government-rank").orElseThrow();

        assertThat(rank.standings()).singleElement().returns(Status.NO_DATA, Standing::status);
        assertThat(rank.reported())
                .extracting(value -> value.period() + " " + value.value().intValue() + "/" + value.universe() + " "
                        + value.confidence())
                .containsExactly("2023 28/63 M", "2022 28/63 I", "2020 33/63 M");
    }

    @Test
    void loadsTheSameOnASecondTime() {
        int before = plan.progress().stream()
                .mapToInt(each -> each.standings().size())
                .sum();

        reference.load();

        assertThat(plan.progress().stream()
                        .mapToInt(each -> each.standings().size())
                        .sum())
                .isEqualTo(before)
                .isEqualTo(58);
    }

    private static Status status(Progress progress, String document, Level level) {
        return progress.standings().stream()
                .filter(standing -> standing.target().document().key().equals(document)
                        && standing.target().level() == level)
                .findFirst()
                .orElseThrow()
                .status();
    }

    private void record(UnitId unit, LocalDate day, long online, long all) {
        transaction.executeWithoutResult(status -> {
            facts.add(WORK_FILES, "numerator", unit, day, Facts.WHOLE, online);
            facts.add(WORK_FILES, "denominator", unit, day, Facts.WHOLE, all);
        });
    }

    /** The measure of a higher module, as this module sees it. */
    @TestConfiguration
    static class Measures {

        @Bean
        Measure workFiles() {
            return new Measure() {

                @Override
                public MeasureCode code() {
                    return WORK_FILES;
                }

                @Override
                public int version() {
                    return 1;
                }

                @Override
                public List<Component> components() {
                    return List.of(
                            new Component("numerator", new Component.Aggregation.Sum()),
                            new Component("denominator", new Component.Aggregation.Sum()));
                }

                @Override
                public Observations observe(DayRange days) {
                    return new Observations(List.of());
                }

                @Override
                public Evidence evidence(
                        Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
                    return Evidence.NONE;
                }
            };
        }
    }
}
