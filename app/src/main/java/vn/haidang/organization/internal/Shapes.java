package vn.haidang.organization.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;

/** Reads the outlines of units at the finest level that keeps all of them together small enough for a page. */
@Component
public class Shapes {

    /** Steps of the finest grid in one degree; each level halves them. */
    private static final int STEPS = 5000;

    /** About five bytes each before compression. */
    private static final int MOST_POINTS = 6000;

    /** An outline and the box around it, in degrees. */
    public record Shape(
            UnitId unit,
            int level,
            String outline,
            BigDecimal west,
            BigDecimal south,
            BigDecimal east,
            BigDecimal north) {

        /** Grid steps in one degree. */
        public double steps() {
            return (double) STEPS / (1 << level);
        }

        Marks.Mark corner(boolean northEast) {
            return northEast ? new Marks.Mark(unit, north, east, 0) : new Marks.Mark(unit, south, west, 0);
        }
    }

    @Language("SQL")
    private static final String OF = """
            with together as (
              select o.level, sum(o.points) as points
              from organization.unit_outline o
              where o.unit = any (:units)
              group by o.level
            )
            select o.unit, o.level, o.outline, o.west, o.south, o.east, o.north
            from organization.unit_outline o
            where o.unit = any (:units)
              and o.level = (
                select coalesce(min(t.level) filter (where t.points <= :most), max(t.level)) from together t)
            """;

    private final JdbcClient jdbc;

    Shapes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Units without an imported boundary are not in it. */
    public Map<UnitId, Shape> of(Collection<UnitId> units) {
        return jdbc
                .sql(OF)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("most", MOST_POINTS)
                .query((row, number) -> new Shape(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getInt("level"),
                        row.getString("outline"),
                        row.getBigDecimal("west"),
                        row.getBigDecimal("south"),
                        row.getBigDecimal("east"),
                        row.getBigDecimal("north")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Shape::unit, Function.identity()));
    }
}
