package vn.haidang.organization.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Extent;
import vn.haidang.organization.LegalDocument;
import vn.haidang.organization.Succession;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitName;

/** Reads everything the tree in memory is made of, a table with one statement. */
@Component
class UnitTreeRows {

    /** A word by which people say a kind. */
    record KindWord(String kind, String word) {}

    @Language("SQL")
    private static final String UNITS = """
            select u.id, u.key, u.name, u.name_en, u.kind, u.tier, u.parent,
                   lower(u.valid) as from_day, upper(u.valid) as to_day
            from organization.pub_unit u
            """;

    /** The spans told beside the row of a unit, and the rest of its life under the name in its row. */
    @Language("SQL")
    private static final String NAMES = """
            select n.unit, n.name, n.name_en, n.kind, lower(n.valid) as from_day, upper(n.valid) as to_day
            from organization.unit_name n
            union all
            select u.id, u.name, u.name_en, u.kind, lower(r.span), upper(r.span)
            from organization.unit u
            cross join lateral (
              select unnest(datemultirange(u.valid) - coalesce(
                (select range_agg(n.valid) from organization.unit_name n where n.unit = u.id),
                cast('{}' as datemultirange))) as span) r
            order by unit, from_day
            """;

    @Language("SQL")
    private static final String LINKS = """
            select p.unit, p.parent, lower(p.valid) as from_day, upper(p.valid) as to_day
            from organization.unit_parent p
            """;

    @Language("SQL")
    private static final String CODES = """
            select c.unit, c.scheme, c.code, lower(c.valid) as from_day, upper(c.valid) as to_day, c.source, c.confidence
            from organization.unit_code c
            order by c.scheme, lower(c.valid)
            """;

    @Language("SQL")
    private static final String STEPS = """
            select s.from_unit, s.to_unit, s.on_day, s.kind, coalesce(s.extent, 'none') as extent, s.document,
                   s.source, s.confidence
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

    @Language("SQL")
    private static final String DOCUMENTS = """
            select d.key, d.symbol, d.issuer, d.title, d.issued, d.effective, d.source, d.confidence
            from organization.document d
            """;

    @Language("SQL")
    private static final String SHARES = "select c.unit, c.area from organization.comparable c";

    @Language("SQL")
    private static final String MARKS = """
            select p.unit, p.latitude, p.longitude, coalesce(u.population, 0) as population
            from organization.unit_point p
            join organization.unit u on u.id = p.unit
            """;

    @Language("SQL")
    private static final String KIND_WORDS = "select w.kind, w.word from organization.kind_word w";

    private final JdbcClient jdbc;

    UnitTreeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UnitTree.Rows read() {
        return new UnitTree.Rows(
                jdbc.sql(UNITS).query((row, number) -> unit(row)).list(),
                jdbc.sql(NAMES).query((row, number) -> name(row)).list(),
                jdbc.sql(LINKS)
                        .query((row, number) ->
                                new UnitTree.Link(id(row, "unit"), id(row, "parent"), from(row), to(row)))
                        .list(),
                jdbc.sql(CODES).query((row, number) -> code(row)).list(),
                jdbc.sql(STEPS).query((row, number) -> step(row)).list(),
                jdbc.sql(CITIES)
                        .query((row, number) -> new UnitTree.Served(id(row, "unit"), from(row), to(row)))
                        .list(),
                jdbc.sql(DOCUMENTS).query((row, number) -> document(row)).list(),
                jdbc.sql(SHARES)
                        .query((row, number) -> new UnitTree.Share(id(row, "unit"), id(row, "area")))
                        .list(),
                jdbc.sql(MARKS)
                        .query((row, number) -> new Marks.Mark(
                                id(row, "unit"),
                                row.getBigDecimal("latitude"),
                                row.getBigDecimal("longitude"),
                                row.getLong("population")))
                        .list());
    }

    List<KindWord> kindWords() {
        return jdbc.sql(KIND_WORDS)
                .query((row, number) -> new KindWord(row.getString("kind"), row.getString("word")))
                .list();
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

    private static UnitName name(ResultSet row) throws SQLException {
        return new UnitName(
                id(row, "unit"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("kind"),
                from(row),
                to(row));
    }

    private static UnitTree.Code code(ResultSet row) throws SQLException {
        return new UnitTree.Code(
                id(row, "unit"),
                row.getString("scheme"),
                row.getString("code"),
                from(row),
                to(row),
                row.getString("source"),
                row.getString("confidence"));
    }

    private static Succession step(ResultSet row) throws SQLException {
        return new Succession(
                id(row, "from_unit"),
                optionalId(row, "to_unit"),
                row.getObject("on_day", LocalDate.class),
                row.getString("kind"),
                Extent.valueOf(row.getString("extent").toUpperCase(Locale.ROOT)),
                row.getString("document"),
                row.getString("source"),
                row.getString("confidence"));
    }

    private static LegalDocument document(ResultSet row) throws SQLException {
        return new LegalDocument(
                row.getString("key"),
                row.getString("symbol"),
                row.getString("issuer"),
                row.getString("title"),
                row.getObject("issued", LocalDate.class),
                row.getObject("effective", LocalDate.class),
                row.getString("source"),
                row.getString("confidence"));
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
