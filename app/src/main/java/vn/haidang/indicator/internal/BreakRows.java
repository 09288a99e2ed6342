package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.Series.Line;
import vn.haidang.organization.UnitId;

/** What the organization says about the ground of lines: who stood under them when, where it is broken, since when it is recorded here. */
@Component
class BreakRows {

    /** That a unit belonged to a line on some days; {@code to} is the first day after. */
    record Membership(
            int line, UnitId unit, LocalDate from, @Nullable LocalDate to) {}

    /** A day on which the ground of a line may have changed. */
    record Doubt(int line, LocalDate on) {}

    /** A day from which units of a line are recorded here that were not before. */
    record Beginning(int line, LocalDate on, int units) {}

    /** All that is known. */
    record Known(List<Membership> memberships, List<Doubt> doubts, List<Beginning> beginnings) {}

    @Language("SQL")
    private static final String READ = """
            with line as materialized (
              select l.number, l.unit, l.tier, l.basis
              from unnest(cast(:lines as int[]), cast(:units as uuid[]), cast(:tiers as text[]), cast(:bases as text[]))
                as l (number, unit, tier, basis)
            ),
            """ + SeriesScope.SCOPE + """
            , home as materialized (
              select d.descendant as unit, range_agg(d.valid) as days
              from organization.pub_descendant d
              where d.ancestor = any (cast(:cities as uuid[]))
              group by d.descendant
            )
            select 'member' as kind, g.number, g.unit, lower(g.counts) as first, upper(g.counts) as last, 0 as units
            from ground g
            join line l on l.number = g.number
            where l.basis = 'AS_IT_WAS'
            union all
            select 'doubt', l.number, null, b.on_day, null, 0
            from line l
            join organization.pub_comparable c on c.unit = l.unit
            join organization.pub_area_break b on b.area = c.area
            union all
            select 'beginning', g.number, null, upper(g.life), null, count(distinct g.unit)
            from ground g
            join line l on l.number = g.number
            join organization.pub_unit u on u.id = g.unit
            left join home h on h.unit = g.unit
            where l.basis <> 'AS_IT_WAS'
              and not upper_inf(g.life)
              and u.tier = 'COMMUNE'
              and not coalesce(h.days @> (upper(g.life) - 1), false)
              and exists (
                select
                from ground o
                join home k on k.unit = o.unit
                where o.number = g.number and k.days @> upper(g.life))
            group by g.number, upper(g.life)
            """;

    private final JdbcClient database;

    BreakRows(JdbcClient database) {
        this.database = database;
    }

    Known read(List<Line> lines, List<UnitId> cities, LocalDate today) {
        var memberships = new ArrayList<Membership>();
        var doubts = new ArrayList<Doubt>();
        var beginnings = new ArrayList<Beginning>();
        database.sql(READ)
                .param("lines", SqlArrays.numbers(lines))
                .param("units", SqlArrays.texts(lines, line -> line.unit().value()))
                .param("tiers", SqlArrays.texts(lines, Line::tier))
                .param("bases", SqlArrays.texts(lines, Line::basis))
                .param("cities", SqlArrays.texts(cities, UnitId::value))
                .param("today", today)
                .query(row -> {
                    var line = row.getInt("number");
                    var first = row.getObject("first", LocalDate.class);
                    switch (row.getString("kind")) {
                        case "member" ->
                            memberships.add(new Membership(
                                    line,
                                    new UnitId(row.getObject("unit", UUID.class)),
                                    first,
                                    row.getObject("last", LocalDate.class)));
                        case "doubt" -> doubts.add(new Doubt(line, first));
                        default -> beginnings.add(new Beginning(line, first, row.getInt("units")));
                    }
                });
        return new Known(memberships, doubts, beginnings);
    }
}
