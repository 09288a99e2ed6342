package vn.haidang.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.haidang.organization.internal.Marks;
import vn.haidang.organization.internal.Projection;
import vn.haidang.organization.internal.UnitTrees;
import vn.haidang.ui.PlaceMap;

/** Draws units where they lie: as areas where boundaries were imported, else as dots at their points, larger for more people. */
@Component
public class UnitMaps {

    private static final int WIDTH = 720;

    /**
     * How one unit is shown.
     *
     * @param colour a colour of {@link PlaceMap}
     */
    public record Look(String title, String href, String colour) {}

    private final UnitTrees trees;

    UnitMaps(UnitTrees trees) {
        this.trees = trees;
    }

    /** A picture of those units whose place is known; empty where none is. */
    public PlaceMap draw(String label, Collection<Unit> units, Function<Unit, Look> look, List<PlaceMap.Shade> legend) {
        var marks = trees.current().marks();
        var known = units.stream().filter(unit -> marks.has(unit.id())).toList();
        var projection = Projection.around(
                known.stream().map(unit -> marks.of(unit.id())).toList(), WIDTH);
        var places = new ArrayList<PlaceMap.Place>();
        for (var unit : known.stream().sorted(marks.largestFirst()).toList()) {
            places.add(place(marks.of(unit.id()), projection, look.apply(unit)));
        }
        return new PlaceMap(label, WIDTH, projection.height(), projection.matrix(), places, legend);
    }

    /** How many of the units have a place on a map. */
    public long known(Collection<Unit> units) {
        var marks = trees.current().marks();
        return units.stream().filter(unit -> marks.has(unit.id())).count();
    }

    private static PlaceMap.Place place(Marks.Mark mark, Projection projection, Look look) {
        return new PlaceMap.Place(
                look.title(),
                look.href(),
                "",
                projection.x(mark),
                projection.y(mark),
                radius(mark.population()),
                look.colour(),
                projection.far(mark));
    }

    /** The area of the dot grows with the people. */
    private static int radius(long population) {
        return population <= 0 ? 6 : (int) Math.clamp(Math.round(Math.sqrt(population) / 22), 5, 24);
    }
}
