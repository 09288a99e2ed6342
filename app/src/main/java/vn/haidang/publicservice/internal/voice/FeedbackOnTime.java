package vn.haidang.publicservice.internal.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.identity.Reader;
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
 * Complaints and suggestions handled in time, out of those answered or refused, at the unit they are about on the day they ended; those
 * their senders withdrew do not count. The publishing of an answer is not part of it.
 */
@org.springframework.stereotype.Component
class FeedbackOnTime implements Measure {

    static final MeasureCode CODE = new MeasureCode("publicservice/feedback-on-time");
    static final String ON_TIME = "on-time";
    static final String ENDED = "ended";

    private static final EvidenceOrder ORDER =
            EvidenceOrder.of(EvidenceOrder.day("s.ended_on"), EvidenceOrder.id("s.id"));

    private final FeedbackRows rows;
    private final MeasureSql sql;

    FeedbackOnTime(FeedbackRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.sql = new MeasureSql(jdbc);
    }

    static Facts.Fact fact(String component, UnitId unit, LocalDate day) {
        return new Facts.Fact(CODE, component, unit, day, Facts.WHOLE, "", 1);
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
        return List.of(new Component(ON_TIME, new Aggregation.Sum()), new Component(ENDED, new Aggregation.Sum()));
    }

    @Override
    public Observations observe(DayRange days) {
        return sql.observed("""
                select 'ended' as component, unit, ended_on as day, count(*) as amount
                from publicservice.feedback
                where ended_on between :first and :last
                group by unit, ended_on
                union all
                select 'on-time', unit, ended_on, count(*)
                from publicservice.feedback
                where ended_on between :first and :last and on_time
                group by unit, ended_on
                """, days);
    }

    /** What the reader may see: one's own, those of one's desk that are not about oneself, and those whose answers are public. */
    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        String with = """
                , shown as (
                  select f.id, f.unit, f.ended_on, f.on_time, f.code, coalesce(f.party = any (:own), false) as own,
                    p.feedback is not null as open, f.unit = any (:handled) and\s""" + FeedbackRows.notAbout("f.unit") + """
                     as handled
                  from publicservice.feedback f
                    join plot g on g.unit = f.unit and f.ended_on between g.first and g.last
                    left join publicservice.feedback_publication p on p.feedback = f.id and p.withheld is null
                  where f.ended_on between :first and :last
                )
                """;
        return sql.evidence(
                new MeasureSql.Records(
                        with,
                        "s.id, s.unit, s.ended_on, s.on_time, s.code, s.own, s.handled",
                        "from shown s where (s.own or s.handled or s.open)",
                        ORDER),
                new MeasureSql.Asked(ground, days, page),
                rows.sight(reader),
                (row, number) -> {
                    String where = row.getBoolean("own")
                            ? "/my/feedback/"
                            : row.getBoolean("handled") ? "/desk/feedback/" : "/feedback/";
                    return new Evidence.Row(
                            new UnitId(row.getObject("unit", UUID.class)),
                            row.getObject("ended_on", LocalDate.class),
                            row.getString("code"),
                            where + row.getObject("id", UUID.class),
                            row.getBoolean("on_time"));
                });
    }
}
