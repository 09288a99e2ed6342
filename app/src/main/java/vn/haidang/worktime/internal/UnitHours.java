package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/** Which office hours a unit keeps: its own, else those of the nearest unit above it that has some. */
@Component
public class UnitHours {

    /** One assignment; {@code own} where an administrator made it. */
    public record Row(
            String unitKey,
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence,
            boolean own) {

        boolean holds(LocalDate on) {
            return !on.isBefore(validFrom) && (validTo == null || on.isBefore(validTo));
        }

        Row valid(LocalDate from, @Nullable LocalDate to) {
            return new Row(unitKey, code, from, to, source, confidence, own);
        }
    }

    private final JdbcClient jdbc;
    private final Units units;

    UnitHours(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    Optional<String> of(UnitId unit, LocalDate on) {
        if (units.find(unit).isEmpty()) {
            return Optional.empty();
        }
        List<String> path = units.path(unit, on).stream().map(Unit::key).toList();
        return jdbc.sql("""
                        select a.code
                        from (
                            select unit_key, code, valid, true as own from worktime.own_unit_hours
                            union all
                            select unit_key, code, valid, false from worktime.unit_hours
                        ) as a
                        where a.unit_key = any (:path) and a.valid @> cast(:on as date)
                        order by array_position(:path, a.unit_key) desc, a.own desc
                        limit 1
                        """)
                .param("path", path.toArray(String[]::new))
                .param("on", on)
                .query(String.class)
                .optional();
    }

    /** The same among assignments read before. */
    Optional<String> of(List<Row> all, UnitId unit, LocalDate on) {
        if (units.find(unit).isEmpty()) {
            return Optional.empty();
        }
        for (Unit above : units.path(unit, on).reversed()) {
            Optional<String> kept = all.stream()
                    .filter(row -> row.unitKey().equals(above.key()) && row.holds(on))
                    .min(Comparator.comparing(row -> !row.own()))
                    .map(Row::code);
            if (kept.isPresent()) {
                return kept;
            }
        }
        return Optional.empty();
    }

    /** Those of them that are not so already. */
    public List<CalendarEdit.OfUnit> undeclared(Collection<CalendarEdit.OfUnit> edits) {
        List<Row> known = all();
        return edits.stream()
                .filter(edit -> !known.contains(row(edit, edit.from(), edit.to())))
                .toList();
    }

    boolean isDeclared(CalendarEdit.OfUnit edit) {
        Row row = row(edit, edit.from(), edit.to());
        return all().stream().anyMatch(row::equals);
    }

    /** The unit keeps these hours for this time, whatever was declared for it before; answers what was. */
    List<Row> declare(CalendarEdit.OfUnit edit) {
        List<Row> before = all().stream()
                .filter(row -> row.own() && row.unitKey().equals(edit.unitKey()))
                .toList();
        jdbc.sql("delete from worktime.own_unit_hours where unit_key = :unit")
                .param("unit", edit.unitKey())
                .update();
        Stream.concat(before.stream().flatMap(row -> beside(row, edit)), Stream.of(row(edit, edit.from(), edit.to())))
                .forEach(this::insert);
        return before;
    }

    private void insert(Row row) {
        jdbc.sql("""
                        insert into worktime.own_unit_hours (unit_key, code, valid, source, confidence)
                        values (:unitKey, :code, daterange(:validFrom, :validTo), :source, :confidence)
                        """).paramSource(row).update();
    }

    private static Stream<Row> beside(Row row, CalendarEdit.OfUnit edit) {
        LocalDate end = row.validTo();
        LocalDate from = edit.from();
        LocalDate to = edit.to();
        if ((end != null && !end.isAfter(from)) || (to != null && !to.isAfter(row.validFrom()))) {
            return Stream.of(row);
        }
        Stream<Row> earlier =
                row.validFrom().isBefore(from) ? Stream.of(row.valid(row.validFrom(), from)) : Stream.empty();
        Stream<Row> later =
                to != null && (end == null || to.isBefore(end)) ? Stream.of(row.valid(to, end)) : Stream.empty();
        return Stream.concat(earlier, later);
    }

    private static Row row(CalendarEdit.OfUnit edit, LocalDate from, @Nullable LocalDate to) {
        return new Row(edit.unitKey(), edit.code(), from, to, edit.source(), edit.confidence(), true);
    }

    /** All assignments, by unit and day. */
    public List<Row> all() {
        return jdbc.sql("""
                        select a.unit_key, a.code, lower(a.valid) as valid_from, upper(a.valid) as valid_to, a.source,
                            a.confidence, a.own
                        from (
                            select unit_key, code, valid, source, confidence, true as own from worktime.own_unit_hours
                            union all
                            select unit_key, code, valid, source, confidence, false from worktime.unit_hours
                        ) as a
                        order by a.unit_key, valid_from, a.own
                        """)
                .query((row, number) -> new Row(
                        row.getString("unit_key"),
                        row.getString("code"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("source"),
                        row.getString("confidence"),
                        row.getBoolean("own")))
                .list();
    }
}
