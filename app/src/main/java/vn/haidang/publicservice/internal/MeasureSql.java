package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.Observations;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** What measures without breakdowns ask alike: what was counted by unit and day, and the records of a ground page by page. */
public record MeasureSql(JdbcClient jdbc) {

    private static final String PLOT = """
            with plot as materialized (
              select g.unit, g.first, g.last
              from unnest(cast(:plots as uuid[]), cast(:plot_firsts as date[]), cast(:plot_lasts as date[]))
                as g (unit, first, last)
            )
            """;

    /** Of a statement that gives {@code component}, {@code unit}, {@code day} and {@code amount} between {@code :first} and {@code :last}. */
    public Observations observed(String sql, DayRange days) {
        return new Observations(jdbc.sql(sql)
                .param("first", days.first())
                .param("last", days.last())
                .query((row, number) -> new Observations.Row(
                        row.getString("component"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        Facts.WHOLE,
                        "",
                        row.getLong("amount")))
                .list());
    }

    /**
     * Of a statement that stands behind {@code with plot (unit, first, last)}, or goes on with it, orders its rows and gives the number of
     * all as {@code total}.
     */
    public Evidence evidence(
            String sql,
            Ground ground,
            DayRange days,
            PageRequest page,
            Map<String, ?> more,
            RowMapper<Evidence.Row> record) {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "plots", ground.units(),
                "plot_firsts", ground.firsts(),
                "plot_lasts", ground.lasts(),
                "first", days.first(),
                "last", days.last(),
                "size", page.size(),
                "offset", page.offset()));
        parameters.putAll(more);
        var total = new AtomicLong();
        List<Evidence.Row> rows = jdbc.sql(PLOT + sql + " limit :size offset :offset")
                .params(parameters)
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return record.mapRow(row, number);
                })
                .list();
        return new Evidence(new Slice<>(rows, page, total.get()));
    }
}
