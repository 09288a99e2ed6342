package vn.haidang.organization.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Succession;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.reference.ReferenceData;

/**
 * The tree in memory, as a copy that may be lost at any time: read again when the version of the reference data is another one,
 * which is asked at most every few seconds.
 */
@Component
public class UnitTrees {

    private static final long ASK_AGAIN = Duration.ofSeconds(3).toNanos();

    private record Cached(String version, long askedAt, UnitTree tree) {}

    @Language("SQL")
    private static final String UNITS = """
            select u.id, u.key, u.name, u.name_en, u.kind, u.tier, u.parent,
                   lower(u.valid) as from_day, upper(u.valid) as to_day
            from organization.pub_unit u
            """;

    @Language("SQL")
    private static final String LINKS = """
            select p.unit, p.parent, lower(p.valid) as from_day, upper(p.valid) as to_day
            from organization.unit_parent p
            """;

    @Language("SQL")
    private static final String CODES = """
            select c.unit, c.scheme, c.code, lower(c.valid) as from_day, upper(c.valid) as to_day
            from organization.unit_code c
            order by c.scheme, lower(c.valid)
            """;

    @Language("SQL")
    private static final String STEPS = """
            select s.from_unit, s.to_unit, s.on_day, s.kind, coalesce(s.extent = 'whole', false) as whole
            from organization.succession s
            join organization.unit f on f.id = s.from_unit
            left join organization.unit t on t.id = s.to_unit
            order by s.on_day, f.name, t.name, f.key, t.key
            """;

    @Language("SQL")
    private static final String CITIES = """
            select c.unit, lower(c.valid) as from_day, upper(c.valid) as to_day
            from organization.served_city c
            """;

    private final JdbcClient jdbc;
    private final ReferenceData referenceData;
    private final AtomicReference<@Nullable Cached> cached = new AtomicReference<>();

    UnitTrees(JdbcClient jdbc, ReferenceData referenceData) {
        this.jdbc = jdbc;
        this.referenceData = referenceData;
    }

    public UnitTree current() {
        var now = System.nanoTime();
        var held = cached.get();
        if (held != null && now - held.askedAt() < ASK_AGAIN) {
            return held.tree();
        }
        var version = referenceData.version("organization");
        var tree = held != null && held.version().equals(version) ? held.tree() : read();
        cached.set(new Cached(version, now, tree));
        return tree;
    }

    private UnitTree read() {
        return new UnitTree(
                jdbc.sql(UNITS).query((row, number) -> unit(row)).list(),
                jdbc.sql(LINKS)
                        .query((row, number) ->
                                new UnitTree.Link(id(row, "unit"), id(row, "parent"), from(row), to(row)))
                        .list(),
                jdbc.sql(CODES)
                        .query((row, number) -> new UnitTree.Code(
                                id(row, "unit"), row.getString("scheme"), row.getString("code"), from(row), to(row)))
                        .list(),
                jdbc.sql(STEPS).query((row, number) -> step(row)).list(),
                jdbc.sql(CITIES)
                        .query((row, number) -> new UnitTree.Served(id(row, "unit"), from(row), to(row)))
                        .list());
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                id(row, "id"),
                row.getString("key"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("kind"),
                Tier.valueOf(row.getString("tier")),
                optionalId(row, "parent"),
                from(row),
                to(row));
    }

    private static Succession step(ResultSet row) throws SQLException {
        return new Succession(
                id(row, "from_unit"),
                optionalId(row, "to_unit"),
                row.getObject("on_day", LocalDate.class),
                row.getString("kind"),
                row.getBoolean("whole"));
    }

    private static UnitId id(ResultSet row, String column) throws SQLException {
        return new UnitId(row.getObject(column, UUID.class));
    }

    private static @Nullable UnitId optionalId(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new UnitId(id);
    }

    private static LocalDate from(ResultSet row) throws SQLException {
        return row.getObject("from_day", LocalDate.class);
    }

    private static @Nullable LocalDate to(ResultSet row) throws SQLException {
        return row.getObject("to_day", LocalDate.class);
    }
}
