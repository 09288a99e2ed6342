package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.Observations;

/** What the facts say, fact by fact, for comparison with the records. */
@Component
class FactSums {

    /** What one fact is about. */
    record Key(String component, UUID unit, LocalDate day, String breakdown, String member) {

        static Key of(Observations.Row row) {
            return new Key(row.component(), row.unit().value(), row.day(), row.breakdown(), row.member());
        }
    }

    /** A month whose cell is not the sum of its days. */
    record UnequalMonth(
            String measure, String component, UUID unit, LocalDate month, String breakdown, String member) {}

    @Language("SQL")
    private static final String SUMS = """
            select f.component, f.unit, f.day, f.breakdown, f.member, sum(f.amount) as amount
            from (
              select c.component, c.unit, c.day, c.breakdown, c.member, c.amount
              from indicator.cell c
              where c.measure = :measure and c.day between :first and :last
              union all
              select d.component, d.unit, d.day, d.breakdown, d.member, d.amount
              from indicator.delta d
              where d.measure = :measure and d.day between :first and :last) f
            group by f.component, f.unit, f.day, f.breakdown, f.member
            having sum(f.amount) <> 0
            """;

    @Language("SQL")
    private static final String UNEQUAL_MONTHS = """
            select measure, component, unit, month, breakdown, member
            from (
              select c.measure, c.component, c.unit, date_trunc('month', c.day)::date as month, c.breakdown, c.member,
                sum(c.amount) as amount
              from indicator.cell c
              group by c.measure, c.component, c.unit, date_trunc('month', c.day)::date, c.breakdown, c.member) d
            full join indicator.month_cell m using (measure, component, unit, month, breakdown, member)
            where coalesce(d.amount, 0) <> coalesce(m.amount, 0)
            order by measure, component, month
            """;

    private final JdbcClient database;

    FactSums(JdbcClient database) {
        this.database = database;
    }

    Map<Key, Long> of(MeasureCode measure, DayRange days) {
        var sums = new HashMap<Key, Long>();
        database.sql(SUMS)
                .param("measure", measure.value())
                .param("first", days.first())
                .param("last", days.last())
                .query(row -> {
                    sums.put(
                            new Key(
                                    row.getString("component"),
                                    row.getObject("unit", UUID.class),
                                    row.getObject("day", LocalDate.class),
                                    row.getString("breakdown"),
                                    row.getString("member")),
                            row.getLong("amount"));
                });
        return sums;
    }

    List<UnequalMonth> unequalMonths() {
        return database.sql(UNEQUAL_MONTHS)
                .query((row, number) -> new UnequalMonth(
                        row.getString("measure"),
                        row.getString("component"),
                        row.getObject("unit", UUID.class),
                        row.getObject("month", LocalDate.class),
                        row.getString("breakdown"),
                        row.getString("member")))
                .list();
    }

    /** The measures that have facts, whether or not anybody still defines them. */
    List<String> measuresWithFacts() {
        return database.sql("""
                select c.measure from indicator.month_cell c
                union
                select d.measure from indicator.delta d
                order by 1
                """)
                .query((row, number) -> row.getString("measure"))
                .list();
    }
}
