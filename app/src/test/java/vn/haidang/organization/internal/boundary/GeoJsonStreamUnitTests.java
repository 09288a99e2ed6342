package vn.haidang.organization.internal.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.haidang.organization.internal.boundary.GeoJsonStream.Feature;

class GeoJsonStreamUnitTests {

    private static final String LEFT = square("1", 106.0, 20.0);
    private static final String RIGHT = square("2", 106.1, 20.0);

    @Test
    void readsAreasWhateverTheOrderOfTheirParts() throws IOException {
        var turned = """
                {"geometry": {"coordinates": [[[106,20],[106.1,20],[106.1,20.1],[106,20]]], "type": "Polygon"},
                 "id": 7, "properties": {"code": 11311, "name": "A", "more": {"deep": [1]}}, "type": "Feature"}
                """;

        var features = read(collection(LEFT, turned));

        assertThat(features).hasSize(2);
        assertThat(features.getLast().properties())
                .containsEntry("code", "11311")
                .doesNotContainKey("more");
        assertThat(features.getLast().outline().east()).isEqualTo(106.1);
    }

    @Test
    void readsSeveralPartsAndHolesAndPassesOverHeights() throws IOException {
        var parts = """
                {"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[
                  [[[106,20,5],[107,20,5],[107,21,5],[106,21,5],[106,20,5]],[[106.4,20.4],[106.6,20.4],[106.6,20.6],[106.4,20.4]]],
                  [[[108,20],[108.1,20],[108.1,20.1],[108,20]]]]}}
                """;

        var level = read(collection(parts)).getFirst().outline().levels().getFirst();

        assertThat(level.path().chars().filter(c -> c == 'M').count()).isEqualTo(3);
        assertThat(level.points()).isEqualTo(4 + 3 + 3);
    }

    @Test
    void neighboursKeepTheirCommonBorderAtEveryLevel() throws IOException {
        var ragged = IntStream.range(0, 500)
                .mapToObj(i -> "[" + (106.1 + Math.sin(i) * 0.004) + "," + (20.0 + i * 0.0002) + "]")
                .toList();
        var back = new ArrayList<>(ragged);
        Collections.reverse(back);
        var west = polygon("1", "[106,20]," + String.join(",", ragged) + ",[106,20.1],[106,20]");
        var east = polygon("2", "[106.2,20.1]," + String.join(",", back) + ",[106.2,20],[106.2,20.1]");

        var features = read(collection(west, east));

        for (int level = 0; level < Outline.LEVELS; level++) {
            var left = points(features.getFirst().outline().levels().get(level));
            var right = points(features.getLast().outline().levels().get(level));
            int edge = Math.floorDiv(106 * Outline.STEPS + (1 << level) / 2, 1 << level);
            left.removeIf(point -> point[0] <= edge);
            int farEdge = (int) (106.2 * Outline.STEPS) >> level;
            right.removeIf(point -> point[0] >= farEdge);
            assertThat(right).as("level " + level).hasSameSizeAs(left);
        }
        assertThat(features.getFirst().outline().levels().getLast().points())
                .isLessThan(features.getFirst().outline().levels().getFirst().points());
    }

    @Test
    void aSmallIslandNeverVanishesWhole() throws IOException {
        var tiny = polygon("1", "[107.7201,20.1301],[107.7202,20.1301],[107.7202,20.1302],[107.7201,20.1301]");

        var coarsest = read(collection(tiny)).getFirst().outline().levels().getLast();

        assertThat(coarsest.points()).isPositive();
        assertThat(coarsest.path()).startsWith("M").endsWith("z");
    }

    @Test
    void refusesWhatIsNoAreaInDegrees() {
        assertThatThrownBy(() -> read("no json")).hasMessage("organization.boundary.no-json");
        assertThatThrownBy(() -> read(collection(LEFT).substring(0, 120))).hasMessage("organization.boundary.no-json");
        assertThatThrownBy(() -> read("[1]")).hasMessage("organization.boundary.no-collection");
        assertThatThrownBy(() -> read("{}")).hasMessage("organization.boundary.no-collection");
        assertThatThrownBy(() -> read(collection(polygon("1", "[590000,2310000],[590100,2310000],[590000,2310000]"))))
                .hasMessage("organization.boundary.no-degrees");
        assertThatThrownBy(() -> read(collection(polygon("1", "[\"a\",2],[3,4],[5,6]"))))
                .hasMessage("organization.boundary.no-numbers");
        assertThatThrownBy(() -> read(collection(LEFT.replace("Polygon", "Point"))))
                .hasMessage("organization.boundary.no-area");
        assertThatThrownBy(
                        () -> read(
                                "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3405\"}},\"features\":[]}"))
                .hasMessage("organization.boundary.no-degrees");
        assertThatThrownBy(() -> read("[".repeat(5000))).isInstanceOf(GeoJsonStream.Unreadable.class);
    }

    @Test
    void aLargeFileIsReadFeatureByFeature() throws IOException {
        var corner = "[106.00001,20.00001],".repeat(2000);
        var feature = polygon("1", corner + "[106.1,20],[106.1,20.1],[106.00001,20.00001]") + ",";
        var parts = new ArrayList<InputStream>();
        parts.add(bytes("{\"type\":\"FeatureCollection\",\"features\":["));
        for (int i = 0; i < 400; i++) {
            parts.add(bytes(feature));
        }
        parts.add(bytes(RIGHT + "]}"));
        var kept = new int[1];

        var features = GeoJsonStream.read(
                new SequenceInputStream(Collections.enumeration(parts)),
                each -> kept[0] += each.outline().levels().getFirst().points());

        assertThat(features).isEqualTo(401);
        assertThat(kept[0]).isEqualTo(400 * 3 + 4);
    }

    /** As large as a whole country in every detail: the parser is given 300 MB, and of the features passed none is held. */
    @Test
    void aFileOf300MegabytesIsReadWithoutHoldingWhatWasPassed() throws IOException {
        var feature = polygon(
                "1",
                IntStream.range(0, 20_000)
                                .mapToObj(i -> "[106.%06d1234567,20.%06d1234567],".formatted(i, i))
                                .collect(Collectors.joining())
                        + "[106.1,20.2],[106.0000001,20.0000001]");
        var block = (feature + ",").getBytes(UTF_8);
        var file = new Repeated(
                "{\"type\":\"FeatureCollection\",\"features\":[".getBytes(UTF_8),
                block,
                300_000_000 / block.length + 1,
                (RIGHT + "]}").getBytes(UTF_8));
        var passed = new ArrayList<WeakReference<Outline>>();

        var features = GeoJsonStream.read(file, each -> {
            passed.add(new WeakReference<>(each.outline()));
            if (each.number() % 200 == 0) {
                System.gc();
                assertThat(passed.stream().filter(one -> one.get() != null))
                        .as("held at once")
                        .hasSizeLessThanOrEqualTo(1);
            }
        });

        assertThat(file.read).isGreaterThan(300_000_000);
        assertThat(features).isEqualTo(300_000_000 / block.length + 2);
    }

    /** A beginning, the same bytes again and again, an end: a large file that lies nowhere. */
    private static final class Repeated extends InputStream {
        private final byte[] block;
        private final byte[] end;
        private byte[] present;
        private int at;
        private int times;
        private long read;

        Repeated(byte[] beginning, byte[] block, int times, byte[] end) {
            this.present = beginning;
            this.block = block;
            this.times = times;
            this.end = end;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            while (at == present.length) {
                if (present == end) {
                    return -1;
                }
                present = times-- > 0 ? block : end;
                at = 0;
            }
            int some = Math.min(length, present.length - at);
            System.arraycopy(present, at, into, offset, some);
            at += some;
            read += some;
            return some;
        }
    }

    private static List<int[]> points(Outline.Level level) {
        var points = new ArrayList<int[]>();
        int x = 0;
        int y = 0;
        boolean absolute = true;
        boolean first = true;
        for (var match = java.util.regex.Pattern.compile("[Mlz]|-?\\d+").matcher(level.path()); match.find(); ) {
            switch (match.group()) {
                case "M" -> absolute = true;
                case "l" -> absolute = false;
                case "z" -> {}
                default -> {
                    int number = Integer.parseInt(match.group());
                    if (first) {
                        x = absolute ? number : x + number;
                    } else {
                        y = absolute ? number : y + number;
                        points.add(new int[] {x, y});
                    }
                    first = !first;
                }
            }
        }
        return points;
    }

    private static List<Feature> read(String text) throws IOException {
        var features = new ArrayList<Feature>();
        GeoJsonStream.read(bytes(text), features::add);
        return features;
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String square(String code, double west, double south) {
        var east = west + 0.1;
        var north = south + 0.1;
        return polygon(
                code,
                "[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]"
                        .formatted(west, south, east, south, east, north, west, north, west, south));
    }

    private static String polygon(String code, String corners) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + corners + "]]}}";
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
