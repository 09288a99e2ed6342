package vn.haidang.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Channel;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Breakdown;
import vn.haidang.indicator.Component;
import vn.haidang.indicator.Component.Aggregation;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.MeasureSql;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;

/**
 * How long files took and how many ended in time, by the way they came in. Population, version 1: that of {@link WorkFileOnline},
 * at their competent unit on the day they were closed. Days: calendar days from the day the
 * case was received, waits included. In time: closed before the first moment too late.
 */
@org.springframework.stereotype.Component
class Turnaround implements Measure {

    static final MeasureCode CODE = new MeasureCode("casework/turnaround");
    static final String CLOSED = "closed";
    static final String ON_TIME = "on-time";
    static final String DAYS = "days";

    private static final int MEDIAN = 50;
    private static final int NINE_OF_TEN = 90;

    private static final String COUNTED = """
            c.work_file and c.closed_at is not null and c.closed_on between :first and :last
              and (c.outcome = 'done' or (c.outcome = 'refused' and c.accepted_at is not null))
            """;

    private static final String IN_TIME = "coalesce(c.closed_at < c.due_at, false)";

    private final ClosedRecords records;
    private final JdbcClient jdbc;

    Turnaround(ClosedRecords records, JdbcClient jdbc) {
        this.records = records;
        this.jdbc = jdbc;
    }

    /** The facts of a case that has just been closed; none where it does not count. */
    static List<Facts.Fact> facts(Standing closed, String outcome, LocalDate day) {
        var facts = new ArrayList<Facts.Fact>();
        if (WorkFileOnline.counts(closed.facts(), outcome)) {
            CaseSummary summary = closed.summary();
            UnitId unit = summary.competentUnit();
            String channel = summary.channel().name();
            Instant closedAt = summary.closedAt();
            Instant dueAt = summary.dueAt();
            facts.add(new Facts.Fact(CODE, CLOSED, unit, day, channel, "", 1));
            if (closedAt != null && dueAt != null && closedAt.isBefore(dueAt)) {
                facts.add(new Facts.Fact(CODE, ON_TIME, unit, day, channel, "", 1));
            }
            facts.add(new Facts.Fact(CODE, DAYS, unit, day, channel, days(summary.receivedAt(), day), 1));
        }
        return facts;
    }

    private static String days(Instant receivedAt, LocalDate closedOn) {
        LocalDate received = LocalDate.ofInstant(receivedAt, vn.haidang.ui.Screen.ZONE);
        return Long.toString(Math.max(0, ChronoUnit.DAYS.between(received, closedOn)));
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
                new Component(ON_TIME, new Aggregation.Sum()),
                new Component(CLOSED, new Aggregation.Sum()),
                new Component("median-days", new Aggregation.Percentile(DAYS, MEDIAN)),
                new Component("ninety-days", new Aggregation.Percentile(DAYS, NINE_OF_TEN)));
    }

    @Override
    public Breakdown breakdown() {
        return new Breakdown(
                "casework.case.channel",
                "casework.channel",
                Arrays.stream(Channel.values()).map(Channel::name).toList());
    }

    @Override
    public Observations observe(DayRange days) {
        return new Observations(jdbc.sql("""
                        with counted as materialized (
                          select c.competent_unit, c.closed_on, c.channel, %s as in_time,
                            greatest(0, c.closed_on - cast(c.received_at at time zone 'Asia/Ho_Chi_Minh' as date)) as days
                          from casework.case_file c
                          where %s
                        )
                        select 'closed' as component, competent_unit, closed_on, channel, '' as member, count(*) as amount
                        from counted
                        group by competent_unit, closed_on, channel
                        union all
                        select 'on-time', competent_unit, closed_on, channel, '', count(*)
                        from counted
                        where in_time
                        group by competent_unit, closed_on, channel
                        union all
                        select 'days', competent_unit, closed_on, channel, cast(days as text), count(*)
                        from counted
                        group by competent_unit, closed_on, channel, days
                        """.formatted(IN_TIME, COUNTED))
                .param("first", days.first())
                .param("last", days.last())
                .query((row, number) -> new Observations.Row(
                        row.getString("component"),
                        new UnitId(row.getObject("competent_unit", UUID.class)),
                        row.getObject("closed_on", LocalDate.class),
                        row.getString("channel"),
                        row.getString("member"),
                        row.getLong("amount")))
                .list());
    }

    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        String counted = breakdown == null
                ? COUNTED
                : COUNTED + " and c.channel = '" + Channel.valueOf(breakdown).name() + "'";
        return records.evidence(
                new ClosedRecords.Question(counted, IN_TIME, new MeasureSql.Asked(ground, days, page)), reader);
    }
}
