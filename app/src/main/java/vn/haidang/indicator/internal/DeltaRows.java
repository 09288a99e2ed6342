package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Facts.Fact;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.UnitId;

/** The rows of {@code indicator.delta} on their way into cells. */
@Component
public class DeltaRows {

    /** One statement: whatever it fails at, the deltas stay; whatever it does, a fact is in a delta or in a cell. */
    @Language("SQL")
    private static final String FOLD = """
            with picked as materialized (
              select d.id
              from indicator.delta d
              where d.shard = any (cast(:shards as smallint[]))
              order by d.id
              limit :most
              for update skip locked
            ), taken as (
              delete from indicator.delta d
              using picked p
              where d.id = p.id
              returning d.measure, d.component, d.unit, d.day, d.breakdown, d.member, d.known_on, d.amount
            ), by_day as (
              insert into indicator.cell as c (measure, component, unit, day, breakdown, member, known_on, amount)
              select t.measure, t.component, t.unit, t.day, t.breakdown, t.member, t.known_on, sum(t.amount)
              from taken t
              group by t.measure, t.component, t.unit, t.day, t.breakdown, t.member, t.known_on
              order by t.measure, t.component, t.unit, t.day, t.breakdown, t.member, t.known_on
              on conflict on constraint cell_pk do update set amount = c.amount + excluded.amount
              returning 1
            ), by_month as (
              insert into indicator.month_cell as c (measure, component, unit, month, breakdown, member, amount)
              select t.measure, t.component, t.unit, date_trunc('month', t.day)::date, t.breakdown, t.member, sum(t.amount)
              from taken t
              group by t.measure, t.component, t.unit, date_trunc('month', t.day)::date, t.breakdown, t.member
              order by t.measure, t.component, t.unit, date_trunc('month', t.day)::date, t.breakdown, t.member
              on conflict on constraint month_cell_pk do update set amount = c.amount + excluded.amount
              returning 1
            )
            select count(*), case when count(*) > 0 then nextval('indicator.change') end as change
            from taken
            """;

    @Language("SQL")
    private static final String ADD_ALL = """
            insert into indicator.delta (measure, component, unit, day, breakdown, member, known_on, amount)
            select f.measure, f.component, f.unit, f.day, f.breakdown, f.member, :facts_known_on, f.amount
            from unnest(
                cast(:facts_measures as text[]), cast(:facts_components as text[]), cast(:facts_units as uuid[]),
                cast(:facts_days as date[]), cast(:facts_breakdowns as text[]), cast(:facts_members as text[]),
                cast(:facts_amounts as bigint[]))
              as f (measure, component, unit, day, breakdown, member, amount)
            """;

    private static final String PART = "facts_added as (" + ADD_ALL + ")";

    private final JdbcClient database;

    DeltaRows(JdbcClient database) {
        this.database = database;
    }

    public void add(
            MeasureCode measure,
            String component,
            UnitId unit,
            LocalDate day,
            String breakdown,
            String member,
            LocalDate knownOn,
            long amount) {
        database.sql("""
                insert into indicator.delta (measure, component, unit, day, breakdown, member, known_on, amount)
                values (:measure, :component, :unit, :day, :breakdown, :member, :knownOn, :amount)
                """)
                .param("measure", measure.value())
                .param("component", component)
                .param("unit", unit.value())
                .param("day", day)
                .param("breakdown", breakdown)
                .param("member", member)
                .param("knownOn", knownOn)
                .param("amount", amount)
                .update();
    }

    public void add(List<Fact> facts, LocalDate knownOn) {
        database.sql(ADD_ALL).params(parameters(facts, knownOn)).update();
    }

    /** As {@link #add(List, LocalDate)}, as a part of somebody else's statement. */
    public static Facts.Addition addition(List<Fact> facts, LocalDate knownOn) {
        return new Facts.Addition(PART, parameters(facts, knownOn));
    }

    private static Map<String, Object> parameters(List<Fact> facts, LocalDate knownOn) {
        return Map.of(
                "facts_measures",
                SqlArrays.texts(facts, fact -> fact.measure().value()),
                "facts_components",
                SqlArrays.texts(facts, Fact::component),
                "facts_units",
                SqlArrays.texts(facts, fact -> fact.unit().value()),
                "facts_days",
                SqlArrays.texts(facts, Fact::day),
                "facts_breakdowns",
                SqlArrays.texts(facts, Fact::breakdown),
                "facts_members",
                SqlArrays.texts(facts, Fact::member),
                "facts_amounts",
                SqlArrays.texts(facts, Fact::amount),
                "facts_known_on",
                knownOn);
    }

    /** One of each component, without a member. */
    public void addOne(
            MeasureCode measure,
            List<String> components,
            UnitId unit,
            LocalDate day,
            String breakdown,
            LocalDate knownOn) {
        database.sql("""
                insert into indicator.delta (measure, component, unit, day, breakdown, member, known_on, amount)
                select :measure, c.component, :unit, :day, :breakdown, '', :knownOn, 1
                from unnest(cast(:components as text[])) c (component)
                """)
                .param("measure", measure.value())
                .param("components", components.toArray(String[]::new))
                .param("unit", unit.value())
                .param("day", day)
                .param("breakdown", breakdown)
                .param("knownOn", knownOn)
                .update();
    }

    /** The shards in which something waits. */
    List<Integer> waitingShards() {
        return database.sql("select distinct d.shard from indicator.delta d")
                .query((row, number) -> row.getInt("shard"))
                .list();
    }

    /** Folds at most so many deltas of these shards, the oldest first; returns how many. */
    int fold(List<Integer> shards, int most) {
        return database.sql(FOLD)
                .param("shards", SqlArrays.texts(shards, shard -> shard))
                .param("most", most)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Grows whenever facts were folded. */
    long change() {
        return database.sql("select c.last_value from indicator.change c")
                .query(Long.class)
                .single();
    }
}
