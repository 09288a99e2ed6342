package vn.haidang.organization.internal.boundary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;
import vn.haidang.reference.TableWriter;

/** Outlines of units in the database. */
@Component
class BoundaryRows {

    private record Row(
            UUID unit,
            int level,
            String outline,
            int points,
            BigDecimal west,
            BigDecimal south,
            BigDecimal east,
            BigDecimal north,
            UUID set) {}

    @Language("SQL")
    private static final String KNOWN =
            "select exists (select from organization.boundary_set b where b.sha256 = :sha256 and b.on_day = :on)";

    @Language("SQL")
    private static final String SET = """
            insert into organization.boundary_set (id, on_day, source, sha256, units, imported_at)
            values (:id, :on, :source, :sha256, 1, :at)
            """;

    @Language("SQL")
    private static final String COUNT = "update organization.boundary_set set units = :units where id = :id";

    @Language("SQL")
    private static final String STORE = """
            insert into organization.unit_outline
              (unit, level, outline, points, west, south, east, north, boundary_set)
            values (:unit, :level, :outline, :points, :west, :south, :east, :north, :set)
            on conflict (unit, level) do update
            set outline = excluded.outline, points = excluded.points, west = excluded.west, south = excluded.south,
                east = excluded.east, north = excluded.north, boundary_set = excluded.boundary_set
            """;

    @Language("SQL")
    private static final String DROP_REPLACED = """
            delete from organization.boundary_set b
            where not exists (select from organization.unit_outline o where o.boundary_set = b.id)
            """;

    private final JdbcClient jdbc;
    private final TableWriter tables;
    private final Clock clock;

    BoundaryRows(JdbcClient jdbc, TableWriter tables, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.clock = clock;
    }

    boolean known(String sha256, LocalDate on) {
        return jdbc.sql(KNOWN)
                .param("sha256", sha256)
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    void begin(UUID set, LocalDate on, String source, String sha256) {
        jdbc.sql(SET)
                .param("id", set)
                .param("on", on)
                .param("source", source)
                .param("sha256", sha256)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    void store(UnitId unit, Outline outline, UUID set) {
        var rows = new ArrayList<Row>();
        for (var level : outline.levels()) {
            rows.add(new Row(
                    unit.value(),
                    level.level(),
                    level.path(),
                    level.points(),
                    degrees(outline.west()),
                    degrees(outline.south()),
                    degrees(outline.east()),
                    degrees(outline.north()),
                    set));
        }
        tables.write(STORE, List.copyOf(rows));
    }

    void end(UUID set, int units) {
        jdbc.sql(COUNT).param("units", units).param("id", set).update();
        jdbc.sql(DROP_REPLACED).update();
    }

    private static BigDecimal degrees(double value) {
        return BigDecimal.valueOf(value).setScale(5, RoundingMode.HALF_UP);
    }
}
