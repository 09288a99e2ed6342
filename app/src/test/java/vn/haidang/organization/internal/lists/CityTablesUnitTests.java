package vn.haidang.organization.internal.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.haidang.organization.internal.lists.CityLives.Step;
import vn.haidang.reference.GivenFile;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.TableStream;

/** A made-up city, 81, which the province 80 joins. */
class CityTablesUnitTests {

    private static final Map<String, String> KINDS = CityTables.kindByWord(List.of(
            Map.entry("ward", "phường"),
            Map.entry("commune", "xã"),
            Map.entry("township", "thị trấn"),
            Map.entry("city-district", "quận"),
            Map.entry("rural-district", "huyện"),
            Map.entry("city", "thành phố"),
            Map.entry("department", "sở"),
            Map.entry("vertical", "ngành dọc")));
    private static final Set<String> SCOPE = Set.of("80", "81");

    private static final String FIRST = """
            province_code,province,district_code,district,district_type,commune_code,commune,commune_type
            01,Thành phố Xa,001,Quận Xa,Quận,00001,Phường Xa,Phường
            81,Thành phố Sông Thử,801,Quận Đông,Quận,80001,Phường Hoà Bình,Phường
            81,Thành phố Sông Thử,801,Quận Đông,Quận,80002,Phường Cũ,Phường
            81,Thành phố Sông Thử,802,Huyện Tây,Huyện,80003,Xã Minh Tân,Xã
            81,Thành phố Sông Thử,802,Huyện Tây,Huyện,80004,Xã Biên,Xã
            81,Thành phố Sông Thử,803,Huyện Đảo,Huyện,,,
            80,Tỉnh Núi Thử,810,Huyện Núi,Huyện,80010,Thị trấn Núi,Thị trấn
            """;

    private static final String SECOND = """
            province_code,province,district_code,district,district_type,commune_code,commune,commune_type
            81,Thành phố Sông Thử,801,Quận Đông,Quận,80001,Phường Hòa Bình,Phường
            81,Thành phố Sông Thử,801,Quận Đông,Quận,80003,Phường Minh Tân,Phường
            81,Thành phố Sông Thử,801,Quận Đông,Quận,80004,Xã Biên,Xã
            81,Thành phố Sông Thử,803,Huyện Đảo,Huyện,,,
            80,Tỉnh Núi Thử,810,Huyện Núi,Huyện,80010,Thị trấn Núi,Thị trấn
            """;

    private static final String THIRD = """
            code,full_name,name,type,province_code,province_full_name,area_km2,population,lat,lon
            80001,Phường Hoà Bình,Hoà Bình,Phường,81,Thành phố Sông Thử,1.5,20000,15.1,108.1
            80003,Phường Sông Mới,Sông Mới,Phường,81,Thành phố Sông Thử,9,30000,15.2,108.2
            80099,Xã Đảo,Đảo,Xã,81,Thành phố Sông Thử,2,100,15.3,109.0
            """;

    private static final String MAPPING = """
            old_province_code,old_district_code,old_commune_code,new_commune_code,share
            81,801,80001,80001,whole
            81,801,80003,80003,part
            81,801,80003,80099,part
            81,801,80004,80003,whole
            81,803,,80099,whole
            80,810,80010,80003,whole
            """;

    private final CityLives city = CityLives.of(
            "81",
            List.of(list(THIRD, "2025-07-01"), list(FIRST, "2024-01-01"), list(SECOND, "2025-01-01")),
            List.of(UnitMapping.read(table(MAPPING), LocalDate.of(2025, 7, 1), SCOPE)));

    @Test
    void sameCodeKindAndNameIsTheSameUnitHoweverTheToneIsPlaced() {
        assertThat(life("commune-80001-20240101").to()).isNull();
        assertThat(city.steps()).noneMatch(step -> step.from().equals("commune-80001-20240101"));
    }

    @Test
    void anotherNameOrKindUnderTheSameCodeStaysToBeConfirmed() {
        assertThat(step("commune-80003-20240101"))
                .returns("commune-80003-20250101", Step::to)
                .returns("unknown", Step::extent)
                .returns("I", Step::confidence);
    }

    @Test
    void whatVanishedHasNoEstablishedSuccessor() {
        assertThat(step("commune-80002-20240101")).returns("", Step::to).returns("unestablished", Step::kind);
    }

    @Test
    void aMappingEstablishesWholeAndPart() {
        assertThat(city.steps().stream().filter(step -> step.from().equals("commune-80003-20250101")))
                .extracting(Step::to, Step::kind, Step::extent)
                .containsExactlyInAnyOrder(
                        tuple("commune-80003-20250701", "split", "part"),
                        tuple("commune-80099-20250701", "split", "part"));
        assertThat(step("commune-80010-20240101")).returns("commune-80003-20250701", Step::to);
        assertThat(step("district-803-20240101")).returns("commune-80099-20250701", Step::to);
    }

    @Test
    void aDistrictEndsWithItsTierAndAProvinceJoinsTheCity() {
        assertThat(step("district-801-20240101")).returns("abolished", Step::kind);
        assertThat(step("province-80")).returns("city-81", Step::to).returns("whole", Step::extent);
    }

    @Test
    void aUnitThatMovedKeepsItsLifeAndTellsBothParents() {
        assertThat(life("commune-80004-20240101").parents())
                .isEqualTo("district-802-20240101@2025-01-01 district-801-20240101");
    }

    @Test
    void wordsInPlaceOfANumberSayThatItIsNotKnown() {
        var words = UnitList.read(
                table(THIRD.replace(",9,30000,", ",-,đang cập nhật,")), LocalDate.of(2025, 7, 1), SCOPE, KINDS);
        var wrong = UnitList.read(table(THIRD.replace("30000", "30k")), LocalDate.of(2025, 7, 1), SCOPE, KINDS);

        assertThat(words.refusals()).isEmpty();
        assertThat(words.communes().get("80003")).extracting(Listed::measure).isEqualTo(Listed.Measure.NONE);
        assertThat(wrong.refusals()).hasSize(1);
    }

    @Test
    void theSameListsGiveTheSameTables() {
        var first = tables().files();

        assertThat(tables().files()).isEqualTo(first);
        assertThat(first.get("unit.csv"))
                .contains(
                        "commune-80099-20250701,Xã Đảo,Đảo Commune,commune,COMMUNE,city-81,2025-07-01,founded,,2,100,")
                .contains("city-81,Thành phố Sông Thử,Sông Thử City,city,CITY,,2024-01-01,known,,,,")
                .doesNotContain("Xa");
        assertThat(first.get("unit_code.csv"))
                .contains("commune-80001-20240101,gso,80001,2024-01-01,,")
                .contains("city-81,qd20,H99,2024-01-01,,")
                .contains("province-80,qcvn102,000.00.00.H98,2024-01-01,2025-07-01,");
        assertThat(first.get("unit_point.csv")).contains("commune-80099-20250701,15.3,109.0,");
    }

    @Test
    void departmentsGoOnOrGiveWayOnTheDayInTheColumnsName() {
        var agencies = new AgencyList.Lives("city-81", KINDS);
        agencies.add(AgencyList.read(table("""
                short,name,successor_from_2025-03-01
                A,Sở Một,Sở Một
                B,Sở Hai,Sở Hai và Ba
                C,Sở Ba,Sở Hai và Ba
                """), null), LocalDate.of(2024, 1, 1));
        agencies.add(
                AgencyList.read(table("name;kind\nSở Một;cơ quan\nThuế thử;ngành dọc\n"), LocalDate.of(2025, 7, 1)),
                LocalDate.of(2024, 1, 1));

        assertThat(agencies.lives())
                .extracting(life -> life.key, life -> life.last().kind(), Life::to)
                .containsExactly(
                        tuple("agency-so-mot-2024", "department", null),
                        tuple("agency-so-hai-2024", "department", LocalDate.of(2025, 3, 1)),
                        tuple("agency-so-ba-2024", "department", LocalDate.of(2025, 3, 1)),
                        tuple("agency-so-hai-va-ba-2025", "department", null),
                        tuple("agency-thue-thu-2025", "vertical", null));
        assertThat(agencies.steps())
                .extracting(Step::from, Step::to)
                .containsExactly(
                        tuple("agency-so-hai-2024", "agency-so-hai-va-ba-2025"),
                        tuple("agency-so-ba-2024", "agency-so-hai-va-ba-2025"));
    }

    @Test
    void refusesUnknownKindsAndCodesThatStandTwice() {
        var list = list(
                THIRD.replace("Xã,81", "Làng,81") + "80001,Phường Hai,Hai,Phường,81,Thành phố Sông Thử,,,,\n",
                "2025-07-01");

        assertThat(list.refusals())
                .extracting(Refusal::line, Refusal::column, Refusal::messageKey)
                .containsExactly(
                        tuple(4L, "type", "organization.refused.kind"),
                        tuple(5L, "code", "reference.refused.duplicate"));
    }

    private CityTables tables() {
        return new CityTables(
                city,
                new AgencyList.Lives("city-81", KINDS),
                ElectronicCodes.read(table("""
                        code_qd20_2020,code_qcvn102_2016,gso_code
                        H99,000.00.00.H99,81
                        H98,000.00.00.H98,80
                        """)).rows(),
                KINDS,
                "lists");
    }

    private Life life(String key) {
        return city.lives().stream()
                .filter(life -> life.key.equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Step step(String from) {
        var steps =
                city.steps().stream().filter(step -> step.from().equals(from)).toList();
        assertThat(steps).hasSize(1);
        return steps.getFirst();
    }

    private static UnitList list(String text, String day) {
        return UnitList.read(table(text), LocalDate.parse(day), SCOPE, KINDS);
    }

    private static TableStream table(String text) {
        return TableStream.of(GivenFile.of("list.csv", text.getBytes(UTF_8)));
    }
}
