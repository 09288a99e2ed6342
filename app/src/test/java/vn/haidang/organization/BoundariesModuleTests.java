package vn.haidang.organization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.ModuleTest;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Boundaries.BoundaryFile;
import vn.haidang.organization.internal.UnitTrees;
import vn.haidang.reference.GivenFile;
import vn.haidang.ui.PlaceMap;

/** Everything is rolled back: the units belong to all tests. */
@ModuleTest
@Transactional
class BoundariesModuleTests {

    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    private final Boundaries boundaries;
    private final UnitMaps maps;
    private final Units units;
    private final UnitTrees trees;
    private final JdbcClient jdbc;

    BoundariesModuleTests(Boundaries boundaries, UnitMaps maps, Units units, UnitTrees trees, JdbcClient jdbc) {
        this.boundaries = boundaries;
        this.maps = maps;
        this.units = units;
        this.trees = trees;
        this.jdbc = jdbc;
    }

    @AfterTransaction
    void forgetWhatWasRolledBack() {
        trees.forget();
    }

    @Test
    void drawsAreasWhereBoundariesAreKnownAndDotsElsewhere() throws IOException {
        var outcome = load(file(feature("11311", 106.6), feature("11602", 106.7), feature("00001", 105.0)));

        assertThat(outcome).isEqualTo(new Boundaries.Outcome(3, 2, 1, true));
        var map = draw();
        assertThat(map.places()).hasSize(114);
        assertThat(map.places().stream().filter(place -> !place.outline().isEmpty()))
                .hasSize(2);
        assertThat(map.matrix()).isNotEmpty();
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        load(file(feature("11311", 106.6)));
        var before = entries();

        assertThat(load(file(feature("11311", 106.6))).changed()).isFalse();
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void takesNothingOfAFileThatIsWrongAnywhere() {
        for (var wrong : Map.of(
                        file(feature("11311", 106.6), feature("11311", 106.7)), "organization.boundary.twice",
                        file(feature("11311", 106.6), feature("11602", 400)), "organization.boundary.no-degrees",
                        file(feature("99999", 106.6)), "organization.boundary.no-unit",
                        file(feature("11311", 106.6)).substring(0, 90), "organization.boundary.no-json")
                .entrySet()) {
            assertThatThrownBy(() -> load(wrong.getKey()))
                    .hasMessage("organization/boundary-refused")
                    .extracting(e -> ((vn.haidang.ui.ProblemException) e)
                            .problem()
                            .arguments()
                            .get(1))
                    .isEqualTo(wrong.getValue());
        }
    }

    @Test
    void findsThePropertyThatNamesTheLowestTier() throws IOException {
        var district = feature("11296", 106.6)
                .replace("\"code\"", "\"district\":\"303\",\"province\":\"31\",\"commune_code\"");
        var before = drawn();

        assertThat(load(file(district), LocalDate.of(2024, 12, 31)).units()).isOne();
        assertThat(drawn()).containsAll(before).contains("commune-11296-b").hasSize(before.size() + 1);
    }

    @Test
    void aDetailedMapStaysSmallEnoughForAPage() throws IOException {
        var features = new ArrayList<String>();
        var communes = units.ofTier(Tier.COMMUNE, AFTER);
        for (int i = 0; i < communes.size(); i++) {
            var code = units.code(communes.get(i).id(), "gso", AFTER).orElseThrow();
            features.add(ragged(code, 106.0 + i % 12 * 0.09, 20.5 + i / 12 * 0.07));
        }

        load(file(features.toArray(String[]::new)));

        var map = draw();
        var size = map.places().stream()
                .mapToInt(place -> place.outline().length())
                .sum();
        assertThat(map.places()).noneMatch(place -> place.outline().isEmpty());
        assertThat(size).isBetween(1_000, 45_000);
    }

    private PlaceMap draw() {
        return maps.draw(
                "map",
                units.ofTier(Tier.COMMUNE, AFTER),
                unit -> new UnitMaps.Look(unit.name(), "/units/" + unit.key(), "none"),
                List.of());
    }

    private Boundaries.Outcome load(String text) throws IOException {
        return load(text, AFTER);
    }

    private Boundaries.Outcome load(String text, LocalDate on) throws IOException {
        var file = GivenFile.of("boundaries.geojson", text.getBytes(UTF_8));
        return boundaries.load(new BoundaryFile(file, on, "", "made up"), Actor.SYSTEM, number -> {});
    }

    /** Units with an outline: other classes of this JVM leave some. */
    private List<@Nullable String> drawn() {
        return jdbc.sql("""
                        select u.key from organization.unit_outline o join organization.unit u on u.id = o.unit group by 1
                        """).query(String.class).list();
    }

    private int entries() {
        return jdbc.sql("""
                        select count(*) from journal.entry e where e.verb = 'organization/boundaries-imported'
                        """).query(Integer.class).single();
    }

    private static String file(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String code, double west) {
        var east = west + 0.05;
        return polygon(code, "[%s,20.8],[%s,20.8],[%s,20.9],[%s,20.8]".formatted(west, east, east, west));
    }

    private static String ragged(String code, double west, double south) {
        var corners = new StringBuilder();
        for (int i = 0; i < 1200; i++) {
            var turn = i * Math.PI / 600;
            var away = 0.03 + 0.004 * Math.sin(i * 1.7);
            corners.append("[%s,%s],".formatted(west + away * Math.cos(turn), south + away * Math.sin(turn)));
        }
        var text = corners.toString();
        return polygon(code, text + text.substring(0, text.indexOf(']') + 1));
    }

    private static String polygon(String code, String corners) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + corners + "]]}}";
    }
}
