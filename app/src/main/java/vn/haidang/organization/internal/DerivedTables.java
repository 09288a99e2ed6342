package vn.haidang.organization.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.reference.TableWriter;

/** Rebuilds what follows from units and successions: closure of the tree, continuations, comparable areas. */
@Component
class DerivedTables {

    private record Member(UUID unit, UUID area) {}

    private record Link(UUID from, UUID to) {}

    @Language("SQL")
    private static final String CLEAR_CLOSURE = "delete from organization.descendant";

    @Language("SQL")
    private static final String BUILD_CLOSURE = """
            with recursive under as (
              select u.id as ancestor, u.id as descendant, 0 as distance, u.valid from organization.unit u
              union all
              select t.ancestor, p.unit, t.distance + 1, t.valid * p.valid
              from under t
              join organization.unit_parent p on p.parent = t.descendant and p.valid && t.valid
            )
            insert into organization.descendant (ancestor, descendant, distance, valid)
            select t.ancestor, t.descendant, t.distance, t.valid from under t
            """;

    @Language("SQL")
    private static final String CLEAR_CONTINUATION = "delete from organization.continuation";

    @Language("SQL")
    private static final String BUILD_CONTINUATION = """
            with recursive became as (
              select u.id as unit, u.id as continued_by, true as whole from organization.unit u
              union all
              select b.unit, s.to_unit, b.whole and s.extent = 'whole'
              from became b
              join organization.succession s on s.from_unit = b.continued_by and s.to_unit is not null
            )
            insert into organization.continuation (unit, continued_by, whole, during)
            select b.unit, b.continued_by, bool_and(b.whole), u.valid
            from became b
            join organization.unit u on u.id = b.continued_by
            group by b.unit, b.continued_by, u.valid
            """;

    @Language("SQL")
    private static final String CLEAR_COMPARABLE = "delete from organization.comparable";

    @Language("SQL")
    private static final String UNITS_NEWEST_LAST =
            "select u.id from organization.unit u order by upper(u.valid) nulls last, u.key desc";

    @Language("SQL")
    private static final String LINKS =
            "select s.from_unit, s.to_unit from organization.succession s where s.to_unit is not null";

    @Language("SQL")
    private static final String STORE_COMPARABLE =
            "insert into organization.comparable (unit, area) values (:unit, :area)";

    private final JdbcClient jdbc;
    private final TableWriter tables;

    DerivedTables(JdbcClient jdbc, TableWriter tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    void rebuild() {
        jdbc.sql(CLEAR_CLOSURE).update();
        jdbc.sql(BUILD_CLOSURE).update();
        jdbc.sql(CLEAR_CONTINUATION).update();
        jdbc.sql(BUILD_CONTINUATION).update();
        rebuildComparable();
    }

    private void rebuildComparable() {
        var units = jdbc.sql(UNITS_NEWEST_LAST)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        var links = jdbc.sql(LINKS)
                .query((row, number) ->
                        new Link(row.getObject("from_unit", UUID.class), row.getObject("to_unit", UUID.class)))
                .list();
        tables.replace(CLEAR_COMPARABLE, STORE_COMPARABLE, areas(units, links));
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
