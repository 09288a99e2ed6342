package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.Breakdown;
import vn.haidang.indicator.Component;
import vn.haidang.indicator.Component.Aggregation;
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
 * Dossiers that officers took in, by day of reception: each counts once where the person was helped, once where it was received and
 * once where it is decided, so that no unit's work is seen as another's; beyond the boundary are those received for another unit.
 */
@org.springframework.stereotype.Component
class ReceptionFigures implements Measure {

    static final MeasureCode CODE = new MeasureCode("publicservice/reception");
    static final String HELPED = "helped";
    static final String RECEIVED = "received";
    static final String TO_DECIDE = "to-decide";
    static final String BEYOND = "beyond";

    private static final String READ = "publicservice/read-application";

    private static final EvidenceOrder ORDER =
            EvidenceOrder.of(EvidenceOrder.day("r.finished_on"), EvidenceOrder.id("r.id"));

    private final MeasureSql sql;
    private final Powers powers;

    ReceptionFigures(JdbcClient jdbc, Powers powers) {
        this.sql = new MeasureSql(jdbc);
        this.powers = powers;
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
                new Component(BEYOND, new Aggregation.Sum()),
                new Component(RECEIVED, new Aggregation.Sum()),
                new Component(HELPED, new Aggregation.Sum()),
                new Component(TO_DECIDE, new Aggregation.Sum()));
    }

    @Override
    public Breakdown breakdown() {
        return new Breakdown(
                "publicservice.reception.channel", "publicservice.reception.channel", List.of("counter", "post"));
    }

    @Override
    public Observations observe(DayRange days) {
        return sql.toldApart("""
                        with finished as materialized (
                          select r.help_unit, r.receiving_unit, r.competent_unit, r.finished_on, r.channel
                          from publicservice.reception r
                          where r.application is not null and r.finished_on between :first and :last
                        ), counted as (
                          select 'helped' as component, help_unit as unit, finished_on, channel from finished
                          union all
                          select 'received', receiving_unit, finished_on, channel from finished
                          union all
                          select 'to-decide', competent_unit, finished_on, channel from finished
                          union all
                          select 'beyond', receiving_unit, finished_on, channel from finished
                          where receiving_unit <> competent_unit
                        )
                        select component, unit, finished_on as day, channel as breakdown, '' as member, count(*) as amount
                        from counted
                        group by component, unit, finished_on, channel
                        """, days);
    }

    /** Those of the units at which the reader may read applications; auditors see all. */
    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        Set<UnitId> units = powers.units(reader, READ);
        Map<String, Object> narrowed = new HashMap<>(Map.of(
                "all", reader.holdsAnywhere(Role.AUDITOR),
                "units", ReceptionRows.array(units)));
        narrowed.put("channel", breakdown);
        return sql.evidence(
                new MeasureSql.Records("", """
                        r.receiving_unit, r.finished_on, a.dossier_code, a.case_id,
                          (:all or r.receiving_unit = any (cast(:units as uuid[])) or r.competent_unit = any (cast(:units as uuid[])))
                            as opens,
                          r.receiving_unit <> r.competent_unit as beyond\
                        """, """
                        from publicservice.reception r
                          join publicservice.application a on a.id = r.application
                        where r.finished_on between :first and :last
                          and (cast(:channel as text) is null or r.channel = :channel)
                          and exists (select from plot g where g.unit in (r.help_unit, r.receiving_unit, r.competent_unit)
                            and r.finished_on between g.first and g.last)
                          and (:all or r.help_unit = any (cast(:units as uuid[])) or r.receiving_unit = any (cast(:units as uuid[]))
                            or r.competent_unit = any (cast(:units as uuid[])))
                        """, ORDER),
                new MeasureSql.Asked(ground, days, page),
                narrowed,
                (row, number) -> new Evidence.Row(
                        new UnitId(row.getObject("receiving_unit", UUID.class)),
                        row.getObject("finished_on", LocalDate.class),
                        row.getString("dossier_code"),
                        row.getBoolean("opens") ? "/desk/cases/" + row.getObject("case_id", UUID.class) : null,
                        row.getBoolean("beyond")));
    }
}
