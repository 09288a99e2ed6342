package vn.haidang.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.organization.UnitId;

/** What measures ask alike: what was counted by unit and day, and the records of a ground, page by page. */
public record MeasureSql(JdbcClient jdbc) {

    /** The units of a ground and the days on which they count, as {@code plot (unit, first, last)}. */
    public static final String PLOT = """
            with plot as materialized (
              select g.unit, g.first, g.last
              from unnest(cast(:plots as uuid[]), cast(:plot_firsts as date[]), cast(:plot_lasts as date[]))
                as g (unit, first, last)
            )
            """;

    /**
     * The records behind a number, as SQL.
     *
     * @param with further queries that may ask {@code plot (unit, first, last)}: {@code , name as (…)}, or empty
     * @param columns what is read of each
     * @param from from where, ending in a condition that others can be added to
     */
    public record Records(String with, String columns, String from, EvidenceOrder order) {}

    /** Which of them: {@code :first} and {@code :last} are the days. */
    public record Asked(Ground ground, DayRange days, EvidencePage page) {

        /** The parameters of {@link #PLOT}, and the days. */
        public Map<String, Object> parameters() {
            return new HashMap<>(Map.of(
                    "plots", ground.units(),
                    "plot_firsts", ground.firsts(),
                    "plot_lasts", ground.lasts(),
                    "first", days.first(),
                    "last", days.last()));
        }
    }

    /** Of a statement that gives {@code component}, {@code unit}, {@code day} and {@code amount} between {@code :first} and {@code :last}. */
    public Observations observed(String sql, DayRange days) {
        return observed(sql, days, (row, column) -> "");
    }

    /** Of a statement that also gives {@code breakdown} and {@code member}. */
    public Observations toldApart(String sql, DayRange days) {
        return observed(sql, days, ResultSet::getString);
    }

    /** One page of them. */
    public Evidence evidence(Records records, Asked asked, Map<String, ?> more, RowMapper<Evidence.Row> row) {
        var order = records.order();
        var page = asked.page();
        var parameters = asked.parameters();
        parameters.putAll(order.parameters(page));
        parameters.putAll(more);
        return read(
                PLOT + records.with() + " select " + records.columns() + ", " + order.place() + " " + records.from()
                        + order.beyond(page) + order.by(page) + " limit :size",
                parameters,
                page,
                row);
    }

    /** Of a statement that orders and limits by itself, and gives the {@code place} of each. */
    public Evidence read(String sql, Map<String, ?> parameters, EvidencePage page, RowMapper<Evidence.Row> row) {
        List<Evidence.Placed> found = jdbc.sql(sql)
                .params(parameters)
                .query((result, number) -> new Evidence.Placed(row.mapRow(result, number), result.getString("place")))
                .list();
        return Evidence.of(found, page);
    }

    private Observations observed(String sql, DayRange days, Told told) {
        return new Observations(jdbc.sql(sql)
                .param("first", days.first())
                .param("last", days.last())
                .query((row, number) -> new Observations.Row(
                        row.getString("component"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        told.in(row, "breakdown"),
                        told.in(row, "member"),
                        row.getLong("amount")))
                .list());
    }

    /** How facts are told apart. */
    private interface Told {
        String in(ResultSet row, String column) throws SQLException;
    }
}
