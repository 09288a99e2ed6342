package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.ProblemException;

/** What only the clock changes is counted from the open cases, and nothing of it is stored. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class OpenCountsModuleTests {

    private static final MeasureCode LATE = new MeasureCode("casework/late");
    private static final MeasureCode IN_TIME = new MeasureCode("casework/open-in-time");
    private static final UnitId CITY = UnitId.ofKey("city-31");
    private static final UnitId WARD = UnitId.ofKey("commune-10525-c");
    private static final UnitId OTHER_WARD = UnitId.ofKey("commune-10532-c");

    private final Cases cases;
    private final Indicators indicators;
    private final MovableClock clock;
    private final JdbcClient database;

    OpenCountsModuleTests(Cases cases, Indicators indicators, MovableClock clock, JdbcClient database) {
        this.cases = cases;
        this.indicators = indicators;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void becomeLateAtTheirHourWithoutAnythingBeingWritten() {
        var bed = new CaseTestbed(cases, clock, WARD);
        beginAt("2026-03-16T02:00:00Z");
        var lateBefore = count(LATE, WARD);
        var openBefore = count(IN_TIME, WARD);
        bed.open();
        var facts = rows("indicator.delta") + rows("indicator.cell");

        assertThat(count(IN_TIME, WARD)).isEqualTo(openBefore + 1);
        moveTo("2026-03-16T09:59:59Z");
        assertThat(count(LATE, WARD)).isEqualTo(lateBefore);
        moveTo("2026-03-16T10:00:00Z");
        assertThat(count(LATE, WARD)).isEqualTo(lateBefore + 1);
        assertThat(count(IN_TIME, WARD)).isEqualTo(openBefore);
        assertThat(rows("indicator.delta") + rows("indicator.cell")).isEqualTo(facts);
    }

    @Test
    void countNeitherWhatIsFinishedNorWhatWaitsForTheApplicant() {
        var bed = new CaseTestbed(cases, clock, WARD);
        beginAt("2026-03-17T02:00:00Z");
        var openBefore = count(IN_TIME, WARD);
        var finished = bed.open();
        var waiting = bed.open();
        assertThat(count(IN_TIME, WARD)).isEqualTo(openBefore + 2);

        bed.finish(finished);
        bed.take(waiting, "ask-supplement", bed.officer, "Thiếu giấy chứng sinh", UUID.randomUUID());
        assertThat(count(IN_TIME, WARD)).isEqualTo(openBefore);
        moveTo("2026-03-18T02:00:00Z");
        var lateBefore = count(LATE, WARD);
        cases.supplemented(waiting.id(), bed.resident.actor());

        assertThat(count(LATE, WARD)).isEqualTo(lateBefore);
        assertThat(count(IN_TIME, WARD)).isEqualTo(openBefore + 1);
    }

    @Test
    void addUpOverTheUnitsBelow() {
        beginAt("2026-03-19T02:00:00Z");
        var before = count(IN_TIME, CITY);
        var communesBefore = indicators.live(IN_TIME, new UnitScope(CITY, Tier.COMMUNE, Tree.TODAY));
        var wardBefore = count(IN_TIME, WARD);
        new CaseTestbed(cases, clock, WARD).open();
        new CaseTestbed(cases, clock, OTHER_WARD).open();

        assertThat(count(IN_TIME, CITY)).isEqualTo(before + 2);
        assertThat(count(IN_TIME, WARD)).isEqualTo(wardBefore + 1);
        assertThat(indicators.live(IN_TIME, new UnitScope(CITY, Tier.COMMUNE, Tree.TODAY)))
                .isEqualTo(communesBefore + 2);
        assertThat(indicators.live(IN_TIME, new UnitScope(CITY, Tier.DISTRICT, Tree.AS_IT_WAS)))
                .isZero();
    }

    @Test
    void anUnknownCountIsRefusedByName() {
        assertThatThrownBy(() -> count(new MeasureCode("casework/nothing"), CITY))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("indicator/no-such-measure"));
    }

    private long count(MeasureCode code, UnitId unit) {
        return indicators.live(code, new UnitScope(unit, null, Tree.AS_IT_WAS));
    }

    private long rows(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private void beginAt(String instant) {
        clock.returnTo(Instant.parse(instant));
    }

    private void moveTo(String instant) {
        clock.moveTo(Instant.parse(instant));
    }
}
