package vn.haidang.indicator.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.ExternalValues.Recorded;
import vn.haidang.indicator.ExternalValues.Value;
import vn.haidang.organization.UnitId;

/** The rows of {@code indicator.external_value}. */
@Component
public class ExternalValueRows {

    /** Two who store the same value at once would both make it the same version. */
    @Language("SQL")
    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(hashtext('indicator.external_value'))";

    @Language("SQL")
    private static final String PUT = """
            insert into indicator.external_value (
              indicator, unit, first_day, last_day, version, value, among, source, confidence, recorded_on)
            select v.indicator, v.unit, v.first_day, v.last_day, coalesce(l.version, 0) + 1, v.value, v.among, v.source,
              v.confidence, :today
            from unnest(
                cast(:indicators as text[]), cast(:units as uuid[]), cast(:firsts as date[]), cast(:lasts as date[]),
                cast(:values as numeric[]), cast(:among as int[]), cast(:sources as text[]), cast(:confidences as text[]))
              as v (indicator, unit, first_day, last_day, value, among, source, confidence)
            left join lateral (
              select e.version, e.value, e.among, e.source, e.confidence
              from indicator.external_value e
              where e.indicator = v.indicator and e.unit = v.unit and e.first_day = v.first_day and e.last_day = v.last_day
              order by e.version desc
              limit 1) l on true
            where (l.value, l.among, l.source, l.confidence) is distinct from (v.value, v.among, v.source, v.confidence)
            """;

    @Language("SQL")
    private static final String TAKE_BACK = """
            insert into indicator.external_value (
              indicator, unit, first_day, last_day, version, value, among, source, confidence, recorded_on)
            select l.indicator, l.unit, l.first_day, l.last_day, l.version + 1, null, l.among, l.source, l.confidence, :today
            from (
              select distinct on (e.indicator, e.unit, e.first_day, e.last_day)
                e.indicator, e.unit, e.first_day, e.last_day, e.version, e.value, e.among, e.source, e.confidence
              from indicator.external_value e
              where e.indicator = any (cast(:asked as text[]))
              order by e.indicator, e.unit, e.first_day, e.last_day, e.version desc) l
            where l.value is not null
              and not exists (
                select
                from unnest(
                    cast(:indicators as text[]), cast(:units as uuid[]), cast(:firsts as date[]), cast(:lasts as date[]))
                  as v (indicator, unit, first_day, last_day)
                where (v.indicator, v.unit, v.first_day, v.last_day) = (l.indicator, l.unit, l.first_day, l.last_day))
            """;

    @Language("SQL")
    private static final String READ = """
            select l.indicator, l.unit, l.first_day, l.last_day, l.version, l.value, l.among, l.source, l.confidence, l.recorded_on
            from (
              select distinct on (e.indicator, e.unit, e.first_day, e.last_day)
                e.indicator, e.unit, e.first_day, e.last_day, e.version, e.value, e.among, e.source, e.confidence, e.recorded_on
              from indicator.external_value e
              where e.indicator = any (cast(:asked as text[]))
              order by e.indicator, e.unit, e.first_day, e.last_day, e.version desc) l
            where l.value is not null
            order by l.last_day desc, l.first_day desc, l.indicator, l.unit
            """;

    private final JdbcClient database;

    ExternalValueRows(JdbcClient database) {
        this.database = database;
    }

    /** How many are new or differ. */
    public int put(List<Value> values, LocalDate today) {
        database.sql(ONE_BY_ONE).query((row, number) -> number).single();
        return keys(database.sql(PUT), values)
                .param("today", today)
                .param("values", texts(values, value -> value.value().toPlainString()))
                .param("among", texts(values, Value::among))
                .param("sources", texts(values, Value::source))
                .param("confidences", texts(values, Value::confidence))
                .update();
    }

    public void takeBackOthers(List<String> indicators, List<Value> values, LocalDate today) {
        keys(database.sql(TAKE_BACK), values)
                .param("today", today)
                .param("asked", indicators.toArray(String[]::new))
                .update();
    }

    public List<Recorded> read(List<String> indicators) {
        return database.sql(READ)
                .param("asked", indicators.toArray(String[]::new))
                .query((row, number) -> recorded(row))
                .list();
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        var value = new Value(
                row.getString("indicator"),
                new UnitId(row.getObject("unit", UUID.class)),
                new DayRange(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getBigDecimal("value"),
                row.getObject("among", Integer.class),
                row.getString("source"),
                row.getString("confidence"));
        return new Recorded(value, row.getInt("version"), row.getObject("recorded_on", LocalDate.class));
    }

    private static JdbcClient.StatementSpec keys(JdbcClient.StatementSpec statement, List<Value> values) {
        return statement
                .param("indicators", texts(values, Value::indicator))
                .param("units", texts(values, value -> value.unit().value()))
                .param("firsts", texts(values, value -> value.period().first()))
                .param("lasts", texts(values, value -> value.period().last()));
    }

    private static @Nullable String[] texts(List<Value> values, Function<Value, ? extends @Nullable Object> text) {
        return SqlArrays.texts(values, text);
    }
}
