package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intellij.lang.annotations.Language;
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

    private static final EvidenceOrder ORDER = order("r");
    private static final EvidenceOrder FOUND = order("f");

    /** In which of its roles a unit is found; who decides on what it received itself is found as who received it. */
    private static final List<String> ROLES =
            List.of("r.help_unit", "r.receiving_unit", "r.competent_unit <> r.receiving_unit and r.competent_unit");

    /** Of each unit of the ground that the reader may read at, the next ones in the order of an index. */
    @Language("SQL")
    private static final String OF_UNIT = """
            select e.application, e.finished_on
            from plot g
              cross join lateral (
                select r.application, r.finished_on
                from publicservice.reception r
                where %1$s = g.unit
                  and r.finished_on between greatest(cast(:first as date), g.first) and least(cast(:last as date), g.last)
                  and %2$s%3$s limit :size) e
            where :all or g.unit = any (cast(:units as uuid[]))
            """;

    /** Those of other units in which a unit of the reader has a part. */
    @Language("SQL")
    private static final String OF_OTHERS = """
            select e.application, e.finished_on
            from unnest(cast(:units as uuid[])) n (unit)
              cross join lateral (
                select r.application, r.finished_on
                from publicservice.reception r
                where %1$s = n.unit and r.finished_on between cast(:first as date) and cast(:last as date)
                  and exists (select from plot g where g.unit in (r.help_unit, r.receiving_unit, r.competent_unit)
                    and g.unit <> all (cast(:units as uuid[])) and r.finished_on between g.first and g.last)
                  and %2$s%3$s limit :size) e
            """;

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
        boolean all = reader.holdsAnywhere(Role.AUDITOR);
        if (!all && units.isEmpty()) {
            return Evidence.NONE;
        }
        var asked = new MeasureSql.Asked(ground, days, page);
        Map<String, Object> parameters = asked.parameters();
        parameters.putAll(FOUND.parameters(page));
        parameters.put("all", all);
        parameters.put("units", ReceptionRows.array(units));
        boolean others = !all && ground.plots().stream().anyMatch(plot -> !units.contains(plot.unit()));
        String found = ROLES.stream()
                .flatMap(role -> (others ? Stream.of(OF_UNIT, OF_OTHERS) : Stream.of(OF_UNIT))
                        .map(way -> way.formatted(role, channel(breakdown), ORDER.beyond(page) + ORDER.by(page))))
                .collect(Collectors.joining(" union "));
        return sql.read(
                MeasureSql.PLOT + ", found as (" + found
                        + "), page as (select f.application, f.finished_on from found f"
                        + FOUND.by(page) + " limit :size)" + """
                         select r.receiving_unit, r.finished_on, a.dossier_code, a.case_id,
                          (:all or r.receiving_unit = any (cast(:units as uuid[])) or r.competent_unit = any (cast(:units as uuid[])))
                            as opens,
                          r.receiving_unit <> r.competent_unit as beyond,
                        """ + FOUND.place() + """
                         from page f
                          join publicservice.reception r on r.application = f.application
                          join publicservice.application a on a.id = f.application
                        """ + FOUND.by(page),
                parameters,
                page,
                (row, number) -> new Evidence.Row(
                        new UnitId(row.getObject("receiving_unit", UUID.class)),
                        row.getObject("finished_on", LocalDate.class),
                        row.getString("dossier_code"),
                        row.getBoolean("opens") ? "/desk/cases/" + row.getObject("case_id", UUID.class) : null,
                        row.getBoolean("beyond")));
    }

    /** As the indexes of the post name it. */
    private static String channel(@Nullable String channel) {
        return switch (channel) {
            case null -> "true";
            case "counter" -> "r.channel = 'counter'";
            case "post" -> "r.channel = 'post'";
            default -> "false";
        };
    }

    private static EvidenceOrder order(String table) {
        return EvidenceOrder.of(EvidenceOrder.day(table + ".finished_on"), EvidenceOrder.id(table + ".application"));
    }
}
