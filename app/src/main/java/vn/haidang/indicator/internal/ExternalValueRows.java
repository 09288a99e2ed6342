package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.ExternalValues.Recorded;
import vn.haidang.indicator.ExternalValues.Value;
import vn.haidang.organization.UnitId;

/** The rows of {@code indicator.external_value}. */
@Component
public class ExternalValueRows {

    @Language("SQL")
    private static final String PUT = """
            insert into indicator.external_value (
              indicator, unit, first_day, last_day, version, value, source, recorded_on)
            select v.indicator, v.unit, v.first_day, v.last_day, coalesce(l.version, 0) + 1, v.value, v.source, :today
            from unnest(
                cast(:indicators as text[]), cast(:units as uuid[]), cast(:firsts as date[]), cast(:lasts as date[]),
                cast(:values as numeric[]), cast(:sources as text[]))
              as v (indicator, unit, first_day, last_day, value, source)
            left join lateral (
              select e.version, e.value, e.source
              from indicator.external_value e
              where e.indicator = v.indicator and e.unit = v.unit and e.first_day = v.first_day and e.last_day = v.last_day
              order by e.version desc
              limit 1) l on true
            where l.version is null or (l.value, l.source) is distinct from (v.value, v.source)
            """;

    private final JdbcClient database;

    ExternalValueRows(JdbcClient database) {
        this.database = database;
    }

    public void put(List<Value> values, LocalDate today) {
        database.sql(PUT)
                .param("today", today)
                .param("indicators", texts(values, Value::indicator))
                .param("units", texts(values, value -> value.unit().value()))
                .param("firsts", texts(values, value -> value.period().first()))
                .param("lasts", texts(values, value -> value.period().last()))
                .param("values", texts(values, value -> value.value().toPlainString()))
                .param("sources", texts(values, Value::source))
                .update();
    }

    public List<Recorded> read(String indicator, UnitId unit, DayRange days) {
        return database.sql("""
                select distinct on (e.first_day, e.last_day)
                  e.first_day, e.last_day, e.version, e.value, e.source, e.recorded_on
                from indicator.external_value e
                where e.indicator = :indicator and e.unit = :unit and e.first_day >= :first and e.last_day <= :last
                order by e.first_day, e.last_day, e.version desc
                """)
                .param("indicator", indicator)
                .param("unit", unit.value())
                .param("first", days.first())
                .param("last", days.last())
                .query((row, number) -> new Recorded(
                        new Value(
                                indicator,
                                unit,
                                new DayRange(
                                        row.getObject("first_day", LocalDate.class),
                                        row.getObject("last_day", LocalDate.class)),
                                row.getBigDecimal("value"),
                                row.getString("source")),
                        row.getInt("version"),
                        row.getObject("recorded_on", LocalDate.class)))
                .list();
    }

    private static String[] texts(List<Value> values, Function<Value, Object> text) {
        return values.stream().map(value -> text.apply(value).toString()).toArray(String[]::new);
    }
}
