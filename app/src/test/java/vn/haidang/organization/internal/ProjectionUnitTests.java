package vn.haidang.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.haidang.organization.UnitId;

class ProjectionUnitTests {

    @Test
    void northIsUpAndEastIsRight() {
        var southWest = mark("20.50", "106.10");
        var northEast = mark("21.20", "107.10");
        var projection = Projection.around(List.of(southWest, northEast), 720);

        assertThat(projection.x(southWest)).isLessThan(projection.x(northEast));
        assertThat(projection.y(southWest)).isGreaterThan(projection.y(northEast));
        assertThat(projection.x(northEast)).isBetween(600, 720);
        assertThat(projection.height()).isBetween(400, 720);
    }

    @Test
    void anIslandFarOffStandsAtTheEdgeAndDoesNotShrinkTheRest() {
        var land = new ArrayList<Marks.Mark>();
        for (int i = 0; i < 40; i++) {
            land.add(mark("20." + (50 + i), "106." + (10 + i * 2)));
        }
        var island = mark("18.00", "111.00");
        var without = Projection.around(land, 720);
        land.add(island);
        var with = Projection.around(land, 720);

        assertThat(with.height()).isEqualTo(without.height());
        assertThat(with.far(island)).isTrue();
        assertThat(with.far(land.getFirst())).isFalse();
        assertThat(with.x(island)).isEqualTo(720 - 14);
        assertThat(with.y(island)).isEqualTo(with.height() - 14);
    }

    @Test
    void nothingAndASinglePlaceAreDrawnToo() {
        assertThat(Projection.around(List.of(), 720).height()).isPositive();
        var only = mark("20.86", "106.68");
        assertThat(Projection.around(List.of(only), 720).far(only)).isFalse();
    }

    private static Marks.Mark mark(String latitude, String longitude) {
        return new Marks.Mark(new UnitId(UUID.randomUUID()), new BigDecimal(latitude), new BigDecimal(longitude), 0);
    }
}
