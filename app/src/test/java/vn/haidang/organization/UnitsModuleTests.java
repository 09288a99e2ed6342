package vn.haidang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.ui.ProblemException;

@ModuleTest
class UnitsModuleTests {

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    private final Units units;
    private final JdbcClient jdbc;

    UnitsModuleTests(Units units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    @Test
    void countsTheUnitsOfBothEpochs() {
        assertThat(units.ofTier(Tier.DISTRICT, BEFORE)).hasSize(15);
        assertThat(units.ofTier(Tier.COMMUNE, BEFORE)).hasSize(167);
        assertThat(units.ofTier(Tier.DISTRICT, AFTER)).isEmpty();
        assertThat(units.ofTier(Tier.COMMUNE, AFTER)).hasSize(114);
    }

    @Test
    void aRecycledCodeNamesAnotherUnitLater() {
        assertThat(units.byCode("gso", "11581", BEFORE)).get().returns("Phường Lê Lợi", Unit::name);
        assertThat(units.byCode("gso", "11581", AFTER)).get().returns("Phường An Dương", Unit::name);
        assertThat(units.byCode("gso", "11401", BEFORE)).get().returns("Phường An Dương", Unit::name);
        assertThat(units.byCode("gso", "11401", AFTER)).isEmpty();
    }

    @Test
    void tellsTheCodeOfAUnitForTheDayOnly() {
        var gone = units.byCode("gso", "11401", BEFORE).orElseThrow();

        assertThat(units.code(gone.id(), "gso", BEFORE)).contains("11401");
        assertThat(units.code(gone.id(), "gso", AFTER)).isEmpty();
    }

    @Test
    void readsThePathAsTheTreeStood() {
        var ward = units.byCode("gso", "11401", BEFORE).orElseThrow();

        assertThat(units.path(ward.id(), BEFORE))
                .extracting(Unit::key)
                .containsExactly("city-31", "district-305", ward.key());
    }

    @Test
    void servesTheCityOfTheReferenceData() {
        assertThat(units.city(AFTER).key()).isEqualTo("city-31");
        assertThatThrownBy(() -> units.city(LocalDate.of(2019, 1, 1)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("organization/day-not-covered");
    }

    @Test
    void namesTheDaysOfChange() {
        assertThat(units.epochs())
                .containsExactly(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 1), LocalDate.of(2025, 7, 1));
    }

    @Test
    void listsNamesInVietnameseOrder() {
        var names = units.ofTier(Tier.COMMUNE, AFTER).stream().map(Unit::name).toList();

        assertThat(names).containsSubsequence("Phường Dương Kinh", "Phường Đông Hải", "Phường Hải An");
    }

    @Test
    void theLastReformHas67ComparableAreas() {
        var areas = jdbc.sql("""
                        select count(distinct c.area)
                        from organization.pub_comparable c
                        join organization.pub_unit u on u.id = c.unit
                        where u.tier = 'COMMUNE' and u.valid @> date '2025-07-01'
                        """).query(Integer.class).single();

        assertThat(areas).isEqualTo(67);
    }

    @Test
    void anEndedUnitStandsForItsSuccessorsToday() {
        assertThat(today("commune-10507-b")).containsExactly("commune-10507-c true");
        assertThat(today("commune-10528-b")).containsExactly("commune-10532-c false", "commune-10537-c false");
        assertThat(today("commune-10507-c")).containsExactly("commune-10507-c true");
        assertThat(today("district-303")).isEmpty();
        assertThat(today("district-318")).containsExactly("commune-11948-c true");
        assertThat(today("dept-thong-tin-truyen-thong-2024")).hasSize(2).allMatch(line -> line.endsWith("false"));
    }

    @Test
    void theClosureHoldsEveryUnitUnderItselfAndItsAncestors() {
        var communesBefore = jdbc.sql("""
                        select count(*)
                        from organization.pub_descendant d
                        join organization.pub_unit u on u.id = d.descendant
                        where d.ancestor = :city and d.distance = 2 and u.tier = 'COMMUNE'
                          and d.valid @> date '2025-06-30'
                        """)
                .param("city", UnitId.ofKey("city-31").value())
                .query(Integer.class)
                .single();
        var unitsWithoutSelf = jdbc.sql("""
                        select count(*) from organization.pub_unit u
                        where not exists (
                          select 1 from organization.pub_descendant d
                          where d.ancestor = u.id and d.descendant = u.id and d.distance = 0 and d.valid = u.valid)
                        """).query(Integer.class).single();

        assertThat(communesBefore).isEqualTo(167);
        assertThat(unitsWithoutSelf).isZero();
    }

    @Test
    void aUnitKnowsWhatItFollowedAndWhatFollowedIt() {
        assertThat(units.predecessors(UnitId.ofKey("commune-10507-c"))).hasSizeGreaterThan(2);
        assertThat(units.successors(UnitId.ofKey("district-303")))
                .singleElement()
                .satisfies(step -> assertThat(step.to()).isNull());
    }

    private List<String> today(String key) {
        return jdbc.sql("""
                        select t.key || ' ' || p.whole
                        from organization.pub_today p
                        join organization.pub_unit t on t.id = p.today
                        where p.unit = :unit
                        order by t.key
                        """)
                .param("unit", UnitId.ofKey(key).value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
