package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.UnitId;

/** Which measures count anything at some units: what is read otherwise when these are divided otherwise. */
@Component
public class DividedFigures {

    /** The months in which a measure counted something there. */
    public record Months(int months, LocalDate first, LocalDate last) {}

    private record Part(String measure, String component) {}

    private record Line(String measure, Months months) {}

    @Language("SQL")
    private static final String MONTHS = """
            with part as (
              select * from unnest(cast(:measures as text[]), cast(:components as text[])) as p (measure, component)
            ), ground as (
              select * from unnest(cast(:units as uuid[])) as g (unit)
            ), month as (
              select c.measure, c.month
              from part p
              cross join ground g
              join indicator.month_cell c on c.measure = p.measure and c.component = p.component and c.unit = g.unit
              where c.amount <> 0
              union
              select d.measure, cast(date_trunc('month', d.day) as date)
              from indicator.delta d
              join part p on p.measure = d.measure and p.component = d.component
              join ground g on g.unit = d.unit
            )
            select m.measure, count(*) as months, min(m.month) as first, max(m.month) as last
            from month m
            group by m.measure
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    DividedFigures(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** Those that count anything at one of the units. */
    public Map<MeasureCode, Months> at(Collection<UnitId> units) {
        var parts = new ArrayList<Part>();
        catalogue
                .all()
                .forEach(measure -> measure.components()
                        .forEach(component -> parts.add(new Part(measure.code().value(), component.code()))));
        return jdbc
                .sql(MONTHS)
                .param("measures", SqlArrays.texts(parts, Part::measure))
                .param("components", SqlArrays.texts(parts, Part::component))
                .param("units", SqlArrays.texts(List.copyOf(units), UnitId::value))
                .query((row, number) -> new Line(
                        row.getString("measure"),
                        new Months(
                                row.getInt("months"),
                                row.getObject("first", LocalDate.class),
                                row.getObject("last", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(line -> new MeasureCode(line.measure()), Line::months));
    }
}
