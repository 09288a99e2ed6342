package vn.haidang.organization.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.reference.TableWriter;

/** The smallest areas comparable across mergers: connected groups of the established succession, and the days that break them. */
@Component
class ComparableAreas {

    private record Member(UUID unit, UUID area) {}

    private record Link(UUID from, UUID to) {}

    @Language("SQL")
    private static final String CLEAR = "delete from organization.comparable";

    @Language("SQL")
    private static final String UNITS_NEWEST_LAST =
            "select u.id from organization.unit u order by upper(u.valid) nulls last, u.key desc";

    @Language("SQL")
    private static final String LINKS = """
            select s.from_unit, s.to_unit
            from organization.succession s
            where s.to_unit is not null and s.extent in ('whole', 'part')
            """;

    @Language("SQL")
    private static final String STORE = "insert into organization.comparable (unit, area) values (:unit, :area)";

    @Language("SQL")
    private static final String CLEAR_BREAKS = "delete from organization.area_break";

    /** Where units went without established successor, everything under the same parent, or what followed the parent, may have got their ground. */
    @Language("SQL")
    private static final String BUILD_BREAKS = """
            with lost as (
              select distinct p.parent, s.on_day
              from organization.succession s
              join organization.unit_parent p on p.unit = s.from_unit and p.valid @> (s.on_day - 1)
              where s.kind = 'unestablished' or s.extent = 'unknown'
            ), place as (
              select l.parent, l.on_day from lost l
              union
              select t.to_unit, l.on_day
              from lost l
              join organization.succession t on t.from_unit = l.parent and t.on_day = l.on_day and t.to_unit is not null
            )
            insert into organization.area_break (area, on_day)
            select distinct c.area, l.on_day
            from place l
            join organization.unit_parent p on p.parent = l.parent and (p.valid @> l.on_day or p.valid @> (l.on_day - 1))
            join organization.comparable c on c.unit = p.unit
            """;

    private final JdbcClient jdbc;
    private final TableWriter tables;

    ComparableAreas(JdbcClient jdbc, TableWriter tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    void rebuild() {
        var units = jdbc.sql(UNITS_NEWEST_LAST)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        var links = jdbc.sql(LINKS)
                .query((row, number) ->
                        new Link(row.getObject("from_unit", UUID.class), row.getObject("to_unit", UUID.class)))
                .list();
        tables.replace(CLEAR, STORE, areas(units, links));
        jdbc.sql(CLEAR_BREAKS).update();
        jdbc.sql(BUILD_BREAKS).update();
    }

    /** Of each connected group the last unit of the list, the newest with the smallest key, names the area. */
    private static List<Member> areas(List<UUID> units, List<Link> links) {
        var group = new HashMap<UUID, UUID>();
        units.forEach(unit -> group.put(unit, unit));
        links.forEach(link -> group.put(root(group, link.from()), root(group, link.to())));
        var names = new HashMap<UUID, UUID>();
        units.forEach(unit -> names.put(root(group, unit), unit));
        return units.stream()
                .map(unit -> new Member(unit, names.getOrDefault(root(group, unit), unit)))
                .toList();
    }

    private static UUID root(Map<UUID, UUID> group, UUID unit) {
        var at = unit;
        for (var up = group.get(at); up != null && !up.equals(at); up = group.get(at)) {
            at = up;
        }
        return at;
    }
}
