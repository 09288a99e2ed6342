package vn.haidang.publicservice.internal.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Breakdown;
import vn.haidang.indicator.Component;
import vn.haidang.indicator.Component.Aggregation;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidenceOrder;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.MeasureSql;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;

/**
 * How long people wait at the places of a unit: whole minutes, the begun one not counted, from taking a number to being called for the
 * first time. Whoever left before being called is not among them.
 */
@org.springframework.stereotype.Component
class WaitingTime implements Measure {

    static final MeasureCode CODE = new MeasureCode("publicservice/waiting");
    static final String CALLED = "called";
    static final String MINUTES = "minutes";
    static final String WAIT = "wait";

    private static final int MEDIAN = 50;
    private static final int NINE_OF_TEN = 90;

    /** Whole minutes a number waited. */
    private static final String WAITED =
            "cast(greatest(0, floor(extract(epoch from t.called_at - t.taken_at) / 60)) as bigint)";

    private static final EvidenceOrder ORDER =
            EvidenceOrder.of(EvidenceOrder.day("t.day"), EvidenceOrder.number(WAITED), EvidenceOrder.id("t.id"));

    private final MeasureSql sql;

    WaitingTime(JdbcClient jdbc) {
        this.sql = new MeasureSql(jdbc);
    }

    static List<Facts.Fact> facts(UnitId unit, LocalDate day, String source, Instant takenAt, Instant calledAt) {
        long minutes = Math.max(0, Duration.between(takenAt, calledAt).toMinutes());
        var called = new Facts.Fact(CODE, CALLED, unit, day, source, "", 1);
        var wait = new Facts.Fact(CODE, WAIT, unit, day, source, Long.toString(minutes), 1);
        return minutes == 0
                ? List.of(called, wait)
                : List.of(called, wait, new Facts.Fact(CODE, MINUTES, unit, day, source, "", minutes));
    }

    @Override
    public MeasureCode code() {
        return CODE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Component> components() {
        return List.of(
                new Component(MINUTES, new Aggregation.Sum()),
                new Component(CALLED, new Aggregation.Sum()),
                new Component("median-minutes", new Aggregation.Percentile(WAIT, MEDIAN)),
                new Component("ninety-minutes", new Aggregation.Percentile(WAIT, NINE_OF_TEN)));
    }

    @Override
    public Breakdown breakdown() {
        return new Breakdown(
                "publicservice.ticket.source", "publicservice.ticket.source", List.of("kiosk", "desk", "appointment"));
    }

    @Override
    public Observations observe(DayRange days) {
        return sql.toldApart("""
                        with called as materialized (
                          select t.unit, t.day, t.source as breakdown, %s as minutes
                          from publicservice.ticket t
                          where t.called_at is not null and t.day between :first and :last
                        )
                        select 'called' as component, unit, day, breakdown, '' as member, count(*) as amount
                        from called group by unit, day, breakdown
                        union all
                        select 'minutes', unit, day, breakdown, '', sum(minutes)
                        from called group by unit, day, breakdown having sum(minutes) > 0
                        union all
                        select 'wait', unit, day, breakdown, cast(minutes as text), count(*)
                        from called group by unit, day, breakdown, minutes
                        """.formatted(WAITED), days);
    }

    /** Numbers name nobody, so everybody sees them; the longest wait of a day first. */
    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        Map<String, Object> narrowed = new HashMap<>();
        narrowed.put("source", breakdown);
        return sql.evidence(
                new MeasureSql.Records("", "t.unit, t.day, t.number, p.name, " + WAITED + " as minutes", """
                        from publicservice.ticket t
                          join publicservice.service_point p on p.id = t.point
                          join plot g on g.unit = t.unit and t.day between g.first and g.last
                        where t.called_at is not null and t.day between :first and :last
                          and (cast(:source as text) is null or t.source = :source)
                        """, ORDER),
                new MeasureSql.Asked(ground, days, page),
                narrowed,
                (row, number) -> new Evidence.Row(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getString("name") + " · " + row.getInt("number") + " · " + row.getLong("minutes") + "′",
                        null,
                        row.getLong("minutes") > 0));
    }
}
