package vn.haidang.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.haidang.organization.internal.Marks;
import vn.haidang.organization.internal.Projection;
import vn.haidang.organization.internal.Shapes;
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
    private final Shapes shapes;

    UnitMaps(UnitTrees trees, Shapes shapes) {
        this.trees = trees;
        this.shapes = shapes;
    }

    /** A picture of those units whose place is known; empty where none is. One statement, however many units there are. */
    public PlaceMap draw(String label, Collection<Unit> units, Function<Unit, Look> look, List<PlaceMap.Shade> legend) {
        var marks = trees.current().marks();
        var outlines = shapes.of(units.stream().map(Unit::id).toList());
        var projection = Projection.around(places(units, marks, outlines), WIDTH);
        var matrix = outlines.values().stream()
                .findFirst()
                .map(shape -> projection.matrix(shape.steps()))
                .orElse("");
        var areas = new ArrayList<PlaceMap.Place>();
        var dots = new ArrayList<PlaceMap.Place>();
        for (var unit : units.stream().sorted(marks.largestFirst()).toList()) {
            var shape = outlines.get(unit.id());
            if (shape != null && !projection.far(Projection.middle(shape))) {
                areas.add(area(shape, projection, look.apply(unit)));
            } else if (shape != null) {
                dots.add(dot(Projection.middle(shape), projection, look.apply(unit)));
            } else if (marks.has(unit.id())) {
                dots.add(dot(marks.of(unit.id()), projection, look.apply(unit)));
            }
        }
        areas.addAll(dots);
        return new PlaceMap(label, WIDTH, projection.height(), matrix, areas, legend);
    }

    private static List<Marks.Mark> places(Collection<Unit> units, Marks marks, Map<UnitId, Shapes.Shape> outlines) {
        var places = new ArrayList<Marks.Mark>();
        for (var unit : units) {
            var shape = outlines.get(unit.id());
            if (shape != null) {
                places.addAll(Projection.corners(shape));
            } else if (marks.has(unit.id())) {
                places.add(marks.of(unit.id()));
            }
        }
        return places;
    }

    private static PlaceMap.Place area(Shapes.Shape shape, Projection projection, Look look) {
        var middle = Projection.middle(shape);
        return new PlaceMap.Place(
                look.title(),
                look.href(),
                shape.outline(),
                projection.x(middle),
                projection.y(middle),
                0,
                look.colour(),
                false);
    }

    private static PlaceMap.Place dot(Marks.Mark mark, Projection projection, Look look) {
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
