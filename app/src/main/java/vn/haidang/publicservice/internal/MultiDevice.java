package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidenceOrder;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.MeasureSql;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;

/**
 * Services used fully online on several kinds of device: published services that were handed in on a phone and on a desktop within
 * the period, out of all published services. Only services that run fully online here can be handed in here.
 */
@Component
class MultiDevice implements Measure {

    static final MeasureCode CODE = new MeasureCode("publicservice/multi-device");
    static final String NUMERATOR = "numerator";
    static final String DENOMINATOR = "denominator";
    static final Set<String> KINDS = Set.of("phone", "desktop");

    private static final EvidenceOrder ORDER = EvidenceOrder.of(
            EvidenceOrder.flag("coalesce(u.counted, false)"),
            EvidenceOrder.day("coalesce(u.last_used, p.published_on)"),
            EvidenceOrder.text("p.code"));

    private final MeasureSql sql;

    MultiDevice(JdbcClient jdbc) {
        this.sql = new MeasureSql(jdbc);
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
    public List<vn.haidang.indicator.Component> components() {
        return List.of(
                new vn.haidang.indicator.Component(
                        NUMERATOR, new vn.haidang.indicator.Component.Aggregation.Distinct(KINDS)),
                new vn.haidang.indicator.Component(
                        DENOMINATOR, new vn.haidang.indicator.Component.Aggregation.Stock()));
    }

    @Override
    public Observations observe(DayRange days) {
        return sql.toldApart("""
                        select 'numerator' as component, unit, submitted_on as day, device as breakdown, service_code as member,
                          count(*) as amount
                        from publicservice.application
                        where submitted_on between :first and :last
                        group by unit, submitted_on, device, service_code
                        union all
                        select 'denominator', unit, day, '', '', sum(change)
                        from (select unit, published_on as day, 1 as change from publicservice.publication
                          union all
                          select unit, withdrawn_on, -1 from publicservice.publication where withdrawn_on is not null) moved
                        where day between :first and :last
                        group by unit, day
                        having sum(change) <> 0
                        """, days);
    }

    /**
     * The services published at the end of the period on the ground asked for, and those counted as used there; the counted ones
     * first. The catalogue is public, so everyone sees all.
     */
    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        return sql.evidence(
                new MeasureSql.Records("""
                        , used as (
                          select service_code, count(distinct device) filter (where device in ('phone', 'desktop')) = 2 as counted,
                            max(submitted_on) as last_used
                          from publicservice.application a
                          join plot g on g.unit = a.unit and a.submitted_on between g.first and g.last
                          where submitted_on between :first and :last
                          group by service_code
                        )
                        """, """
                        p.code, p.unit, coalesce(u.last_used, p.published_on) as day, coalesce(u.counted, false) as counted,
                          v.short_name\
                        """, """
                        from publicservice.publication p
                          left join used u on u.service_code = p.code
                          left join lateral (select short_name from publicservice.service_version
                            where code = p.code order by version desc limit 1) v on true
                        where daterange(p.published_on, p.withdrawn_on) @> cast(:last as date)
                          and (coalesce(u.counted, false) or exists (select from plot g where g.unit = p.unit))
                        """, ORDER),
                new MeasureSql.Asked(ground, days, page),
                Map.of(),
                (row, number) -> {
                    String code = row.getString("code");
                    return new Evidence.Row(
                            new UnitId(row.getObject("unit", UUID.class)),
                            row.getObject("day", LocalDate.class),
                            code + " – " + row.getString("short_name"),
                            "/services/" + code,
                            row.getBoolean("counted"));
                });
    }
}
