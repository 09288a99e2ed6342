package vn.haidang.publicservice.internal.queue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
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
 * Appointments by the day they are for, version 1: booked and not cancelled, and of those whose day showed it, who came and who did
 * not. Whoever gave their code at the place came, whatever became of their number.
 */
@org.springframework.stereotype.Component
class AppointmentFigures implements Measure {

    static final MeasureCode CODE = new MeasureCode("publicservice/appointments");
    static final String BOOKED = "booked";
    static final String CAME = "came";
    static final String MISSED = "missed";

    /** Who came and who did not: what a share of those who came is a share of. */
    static final String DUE = "due";

    private static final String STATES = """
             (a.state in ('arrived', 'kept') and :component in ('came', 'due')
               or a.state = 'missed' and :component in ('missed', 'due')
               or a.state <> 'cancelled' and :component = 'booked')
            """;

    private static final EvidenceOrder ORDER = EvidenceOrder.of(
            EvidenceOrder.day("a.day"), EvidenceOrder.text("cast(a.starts as text)"), EvidenceOrder.id("a.id"));

    private final MeasureSql sql;
    private final Powers powers;

    AppointmentFigures(JdbcClient jdbc, Powers powers) {
        this.sql = new MeasureSql(jdbc);
        this.powers = powers;
    }

    static Facts.Fact fact(String component, UnitId unit, LocalDate day, long amount) {
        return new Facts.Fact(CODE, component, unit, day, Facts.WHOLE, "", amount);
    }

    static List<Facts.Fact> ended(String component, UnitId unit, LocalDate day) {
        return List.of(fact(component, unit, day, 1), fact(DUE, unit, day, 1));
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
                new Component(CAME, new Aggregation.Sum()),
                new Component(DUE, new Aggregation.Sum()),
                new Component(MISSED, new Aggregation.Sum()),
                new Component(BOOKED, new Aggregation.Sum()));
    }

    @Override
    public Observations observe(DayRange days) {
        return sql.observed("""
                        with counted as materialized (
                          select unit, day, state from publicservice.appointment
                          where counted and state <> 'cancelled' and day between :first and :last
                        )
                        select k.component, c.unit, c.day, count(*) as amount
                        from counted c
                          join (values ('booked'), ('came'), ('missed'), ('due')) k (component)
                            on k.component = 'booked'
                              or (k.component in ('came', 'due') and c.state in ('arrived', 'kept'))
                              or (k.component in ('missed', 'due') and c.state = 'missed')
                        group by k.component, c.unit, c.day
                        """, days);
    }

    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        return behind(DUE, ground, days, breakdown, page, reader);
    }

    /** Those of the places where the reader works at a desk, without a name; auditors see all. */
    @Override
    public Evidence behind(
            String component,
            Ground ground,
            DayRange days,
            @Nullable String breakdown,
            EvidencePage page,
            Reader reader) {
        Map<String, ?> narrowed = Map.of(
                "component",
                component,
                "all",
                reader.holdsAnywhere(Role.AUDITOR),
                "units",
                powers.units(reader, Points.WORK).stream()
                        .map(unit -> unit.value().toString())
                        .toArray(String[]::new));
        return sql.evidence(
                new MeasureSql.Records("", """
                        a.unit, a.day, a.starts, a.state in ('arrived', 'kept') as came, p.name, p.slug,
                          a.unit = any (cast(:units as uuid[])) as opens
                        """, """
                        from publicservice.appointment a
                          join publicservice.service_point p on p.id = a.point
                          join plot g on g.unit = a.unit and a.day between g.first and g.last
                        where a.counted and a.day between :first and :last
                          and (:all or a.unit = any (cast(:units as uuid[])))
                          and""" + STATES + """
                        """, ORDER),
                new MeasureSql.Asked(ground, days, page),
                narrowed,
                (row, number) -> {
                    LocalDate day = row.getObject("day", LocalDate.class);
                    return new Evidence.Row(
                            new UnitId(row.getObject("unit", UUID.class)),
                            day,
                            row.getString("name") + " · "
                                    + row.getString("starts").substring(0, 5),
                            row.getBoolean("opens")
                                    ? "/desk/appointments?point=" + row.getString("slug") + "&day=" + day
                                    : null,
                            row.getBoolean("came"));
                });
    }
}
