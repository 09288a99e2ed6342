package vn.haidang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.ui.ProblemException;

@ModuleTest
class UnitsModuleTests {

    private static final LocalDate FIRST = LocalDate.of(2024, 12, 31);
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    private final Units units;
    private final JdbcClient jdbc;

    UnitsModuleTests(Units units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    @Test
    void countsTheUnitsOfTheThreeEpochs() {
        assertThat(units.ofTier(Tier.DISTRICT, FIRST)).hasSize(15);
        assertThat(units.ofTier(Tier.COMMUNE, FIRST)).hasSize(217);
        assertThat(units.ofTier(Tier.DISTRICT, BEFORE)).hasSize(15);
        assertThat(units.ofTier(Tier.COMMUNE, BEFORE)).hasSize(167);
        assertThat(units.ofTier(Tier.DISTRICT, AFTER)).isEmpty();
        assertThat(units.ofTier(Tier.COMMUNE, AFTER)).hasSize(114);
    }

    @Test
    void everyEpochHasTheDistrictsAndKindsOfTheResolutions() {
        assertThat(kinds(FIRST)).containsExactly("commune 141", "township 10", "ward 66");
        assertThat(kinds(BEFORE)).containsExactly("commune 81", "township 7", "ward 79");
        assertThat(kinds(AFTER)).containsExactly("commune 67", "special-zone 2", "ward 45");
        assertThat(communesUnder(FIRST))
                .isEqualTo(
                        "303:9 304:12 305:15 306:8 307:10 308:6 309:6 311-a:37 312-a:16 313:17 314:18 315:21 316:30 317:12");
        assertThat(communesUnder(BEFORE))
                .isEqualTo(
                        "303:10 304:8 305:7 306:8 307:7 308:6 309:6 311:21 312:10 313:17 314:16 315:19 316:20 317:12");
    }

    @Test
    void theJoinedProvinceKeepsItsOwnHistoryBeforeItJoined() {
        var province = UnitId.ofKey("province-30");

        assertThat(below(province, Tier.COMMUNE, LocalDate.of(2024, 11, 30))).isEqualTo(235);
        assertThat(below(province, Tier.COMMUNE, LocalDate.of(2024, 12, 1))).isEqualTo(207);
        assertThat(below(province, Tier.COMMUNE, BEFORE)).isEqualTo(207);
        assertThat(below(province, Tier.COMMUNE, AFTER)).isZero();
        assertThat(units.successors(province)).singleElement().satisfies(step -> {
            assertThat(step.to()).isEqualTo(UnitId.ofKey("city-31"));
            assertThat(step.whole()).isTrue();
        });
    }

    @Test
    void sixtyThreeProvincesBecameThirtyFour() {
        assertThat(roots(BEFORE)).isEqualTo(63);
        assertThat(roots(AFTER)).isEqualTo(34);
        assertThat(units.byCode("gso", "24", BEFORE)).get().returns("Tỉnh Bắc Giang", Unit::name);
        assertThat(units.byCode("gso", "24", AFTER)).get().returns("Tỉnh Bắc Ninh", Unit::name);
        assertThat(units.byCode("qd20", "H23", BEFORE)).get().returns("province-30", Unit::key);
        assertThat(units.byCode("qd20", "H23", AFTER)).isEmpty();
        assertThat(units.byCode("qd20", "H24", AFTER)).get().returns("city-31", Unit::key);
        assertThat(units.byCode("qcvn102", "000.00.00.H24", AFTER)).get().returns("city-31", Unit::key);
    }

    @Test
    void aUnitIsCalledAsItWasOnTheDay() {
        var hue = UnitId.ofKey("province-46");

        assertThat(units.named(hue, LocalDate.of(2024, 12, 31)).name()).isEqualTo("Tỉnh Thừa Thiên Huế");
        assertThat(units.named(hue, AFTER)).returns("Thành phố Huế", Unit::name).returns("city", Unit::kind);
        assertThat(units.names(hue)).hasSize(2);
    }

    @Test
    void whatOnlyTheCodeListsTellStaysToBeConfirmed() {
        assertThat(units.successors(UnitId.ofKey("commune-11581-a")))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.to()).isEqualTo(UnitId.ofKey("commune-11581-b"));
                    assertThat(step.extent()).isEqualTo(Extent.UNKNOWN);
                    assertThat(step.confidence()).isEqualTo("I");
                });
        assertThat(today("commune-11581-a")).isEmpty();
        assertThat(units.successors(UnitId.ofKey("commune-11341-a")))
                .singleElement()
                .returns(Extent.UNKNOWN, Succession::extent);
        assertThat(within("commune-11581-a")).isEqualTo("city-31");
        assertThat(within("commune-10507-b")).isEqualTo("commune-10507-c");
        assertThat(within("commune-10528-b")).isEqualTo("city-31");
    }

    @Test
    void departmentsBeforeAndAfterTheMergersOf2025AndWhatNoSourceEstablishes() {
        var merged = LocalDate.of(2025, 3, 1);
        assertThat(departments(merged.minusDays(1))).hasSize(20).contains("Sở Ngoại vụ", "Sở Du lịch", "Sở Tư pháp");
        assertThat(departments(merged))
                .hasSize(14)
                .contains("Sở Nông nghiệp và Môi trường", "Sở Văn hóa, Thể thao và Du lịch", "Sở Tư pháp")
                .doesNotContain("Sở Giao thông vận tải", "Sở Thông tin và Truyền thông");
        assertThat(units.predecessors(UnitId.ofKey("dept-tai-chinh-2025")))
                .extracting(Succession::from, Succession::extent)
                .containsExactlyInAnyOrder(
                        tuple(UnitId.ofKey("dept-ke-hoach-dau-tu-2024"), Extent.WHOLE),
                        tuple(UnitId.ofKey("dept-tai-chinh-2024"), Extent.WHOLE));
        assertThat(today("dept-giao-thong-van-tai-2024")).containsExactly("dept-xay-dung-2025 true");

        // How the divided ones were divided no source says: a figure of theirs stays above, undivided.
        assertThat(units.successors(UnitId.ofKey("dept-lao-dong-thuong-binh-xa-hoi-2024")))
                .hasSize(4)
                .allMatch(step -> step.extent() == Extent.PART && step.document() == null);
        assertThat(within("dept-lao-dong-thuong-binh-xa-hoi-2024")).isEqualTo("city-31");
        assertThat(jdbc.sql("""
                        select count(*) from organization.pub_share s join organization.pub_unit u on u.id = s.unit
                        where u.key in ('dept-lao-dong-thuong-binh-xa-hoi-2024', 'dept-thong-tin-truyen-thong-2024')
                          and s.share is not null
                        """).query(Integer.class).single())
                .as("shares that somebody declared")
                .isZero();

        // Which departments the joined province had is not recorded, so none is said to have gone into those of the
        // city.
        assertThat(units.children(UnitId.ofKey("province-30"), BEFORE).stream()
                        .filter(unit -> unit.kind().equals("department")))
                .isEmpty();
        assertThat(units.ofTier(Tier.CITY, AFTER).stream()
                        .filter(unit -> unit.kind().equals("department"))
                        .flatMap(unit -> units.predecessors(unit.id()).stream())
                        .filter(step -> step.on().equals(AFTER)))
                .isEmpty();
    }

    private List<String> departments(LocalDate day) {
        return units.ofTier(Tier.CITY, day).stream()
                .filter(unit -> unit.kind().equals("department") || unit.key().equals("agency-khu-kinh-te"))
                .map(Unit::name)
                .toList();
    }

    @Test
    void aUnitThatKeptCodeKindAndNameIsTheSameUnit() {
        assertThat(units.byCode("gso", "11296", FIRST))
                .isEqualTo(units.byCode("gso", "11296", BEFORE))
                .isPresent();
    }

    @Test
    void threeCommunesChangedDistrictInTheYearBefore() {
        assertThat(units.successors(UnitId.ofKey("commune-11599-a")))
                .singleElement()
                .returns(UnitId.ofKey("commune-11599-b"), Succession::to)
                .returns(Extent.WHOLE, Succession::extent)
                .returns("nq-1232-2024", Succession::document);
        assertThat(units.predecessors(UnitId.ofKey("district-303")))
                .singleElement()
                .returns(UnitId.ofKey("district-312-a"), Succession::from)
                .returns(Extent.PART, Succession::extent);
    }

    @Test
    void anAreaIsBrokenWhereGroundMayHaveMovedUnnoticed() {
        var broken = jdbc.sql("""
                        select count(distinct b.area)
                        from organization.pub_area_break b
                        join organization.pub_comparable c on c.area = b.area
                        join organization.pub_unit u on u.id = c.unit and u.valid @> date '2025-07-01' and u.tier = 'COMMUNE'
                        where b.on_day = date '2025-01-01'
                        """).query(Integer.class).single();

        assertThat(broken).isPositive().isLessThan(67);
    }

    @Test
    void searchForgives() {
        assertThat(found("an duong")).startsWith("commune-11581-c");
        assertThat(found("An Dương")).startsWith("commune-11581-c");
        assertThat(found("phuong an duong, quan le chan")).startsWith("commune-11401-b");
        assertThat(found("thi tran an duong")).startsWith("commune-11581-a");
        assertThat(found("Thuy Nguyên")).startsWith("commune-11560-c").contains("district-311", "district-311-a");
        assertThat(found("Thuỷ nguyen")).startsWith("commune-11560-c");
        assertThat(found("hong bnag")).startsWith("commune-11311-c");
        assertThat(found("q.le chan")).startsWith("district-305");
        assertThat(found("xa tan minh")).startsWith("commune-11779-c");
        assertThat(found("lac vien")).startsWith("commune-11341-a");
        assertThat(found("tinh hai duong")).startsWith("province-30");
        assertThat(found("so thong tin truyen thong")).startsWith("dept-thong-tin-truyen-thong-2024");
        assertThat(found("Sở Lao động - Thương binh và Xã hội")).startsWith("dept-lao-dong-thuong-binh-xa-hoi-2024");
        assertThat(found("thua thien hue")).startsWith("province-46");
        assertThat(found("zzzz")).isEmpty();
        assertThat(found("")).isEmpty();
    }

    @Test
    void aRecycledCodeFindsEveryUnitThatBoreIt() {
        assertThat(units.search("11581", AFTER, 10))
                .extracting(hit -> hit.unit().key(), UnitHit::by)
                .containsExactly(
                        tuple("commune-11581-c", UnitHit.By.CODE),
                        tuple("commune-11581-b", UnitHit.By.CODE),
                        tuple("commune-11581-a", UnitHit.By.CODE));
        assertThat(found("h24")).containsExactly("city-31");
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
                .containsExactly(
                        LocalDate.of(2020, 2, 1),
                        LocalDate.of(2024, 12, 1),
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2025, 3, 1),
                        LocalDate.of(2025, 7, 1));
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

    private List<String> found(String typed) {
        return units.search(typed, AFTER, 10).stream()
                .map(hit -> hit.unit().key())
                .toList();
    }

    private List<String> kinds(LocalDate day) {
        return units.ofTier(Tier.COMMUNE, day).stream()
                .collect(Collectors.groupingBy(Unit::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getKey() + ' ' + kind.getValue())
                .toList();
    }

    private String communesUnder(LocalDate day) {
        return units.ofTier(Tier.DISTRICT, day).stream()
                .sorted(Comparator.comparing(Unit::key))
                .map(district -> district.key().substring("district-".length())
                        + ':'
                        + units.children(district.id(), day).size())
                .filter(line -> !line.endsWith(":0"))
                .collect(Collectors.joining(" "));
    }

    private int roots(LocalDate day) {
        return jdbc.sql("""
                        select count(*) from organization.pub_unit u
                        where u.kind in ('city', 'province') and u.valid @> :day
                        """).param("day", day).query(Integer.class).single();
    }

    private int below(UnitId ancestor, Tier tier, LocalDate day) {
        return jdbc.sql("""
                        select count(*)
                        from organization.pub_descendant d
                        join organization.pub_unit u on u.id = d.descendant
                        where d.ancestor = :ancestor and u.tier = :tier and d.valid @> :day
                        """)
                .param("ancestor", ancestor.value())
                .param("tier", tier.name())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    private String within(String key) {
        return jdbc.sql("""
                        select w.key
                        from organization.pub_today_within t
                        join organization.pub_unit w on w.id = t.within
                        where t.unit = :unit
                        """)
                .param("unit", UnitId.ofKey(key).value())
                .query(String.class)
                .single();
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
