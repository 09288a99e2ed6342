package vn.haidang.publicservice.internal.once;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseAccess;
import vn.haidang.identity.Reader;
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
 * Papers whose data the city holds: how often officials looked it up, and how often the applicant was asked all the same, each with
 * the look-up that failed and the reason. Counted at the unit of the application, or of the complaint or suggestion.
 */
@Component
class PapersAsked implements Measure {

    static final MeasureCode CODE = new MeasureCode("publicservice/papers-asked");
    static final String ASKED = "asked";
    static final String LOOKED = "looked";

    private static final String DAY = "coalesce(l.asked_on, l.looked_on)";

    private static final EvidenceOrder ORDER = EvidenceOrder.of(
            EvidenceOrder.flag("l.asked_on is not null"), EvidenceOrder.day(DAY), EvidenceOrder.id("l.id"));

    private final CaseAccess access;
    private final MeasureSql sql;

    PapersAsked(CaseAccess access, JdbcClient jdbc) {
        this.access = access;
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
    public List<vn.haidang.indicator.Component> components() {
        return List.of(
                new vn.haidang.indicator.Component(ASKED, new Aggregation.Sum()),
                new vn.haidang.indicator.Component(LOOKED, new Aggregation.Sum()));
    }

    @Override
    public Observations observe(DayRange days) {
        return sql.observed("""
                        select c.component, c.unit, c.day, count(*) as amount
                        from (
                          select 'looked' as component, unit, looked_on as day
                          from publicservice.paper_lookup where looked_on between :first and :last
                          union all
                          select 'asked', unit, asked_on
                          from publicservice.paper_lookup where asked_on between :first and :last) c
                        group by c.component, c.unit, c.day
                        """, days);
    }

    /** The dossiers and feedback the reader may see, those whose applicants or senders were asked first. */
    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        CaseAccess.Condition seen = access.to(reader, "m.case_id");
        return sql.evidence(
                new MeasureSql.Records("", """
                        l.unit, coalesce(l.asked_on, l.looked_on) as day, l.asked_on is not null as asked, m.code,
                          m.case_id, coalesce(p.name, i.item) as name\
                        """, """
                        from publicservice.paper_lookup l
                        join plot g on g.unit = l.unit and coalesce(l.asked_on, l.looked_on) between g.first and g.last
                        join lateral (
                          select a.dossier_code as code, a.case_id, a.service_code, a.service_version
                          from publicservice.application a where a.id = l.application
                          union all
                          select f.code, f.case_id, a.service_code, a.service_version
                          from publicservice.feedback f left join publicservice.application a on a.dossier_code = f.dossier_code
                          where f.id = l.feedback) m on true
                        left join lateral (select k.name from publicservice.known_paper k
                          where k.code = l.paper order by lower(k.valid) desc limit 1) p on true
                        left join publicservice.service_item i on i.code = m.service_code and i.version = m.service_version
                          and 'item-' || i.ordinal = l.paper
                        where coalesce(l.asked_on, l.looked_on) between :first and :last and (%s)
                        """.formatted(seen.sql()), ORDER),
                new MeasureSql.Asked(ground, days, page),
                seen.parameters(),
                (row, number) -> new Evidence.Row(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getString("code") + " – " + row.getString("name"),
                        reader.official() ? "/desk/cases/" + row.getObject("case_id", UUID.class) : null,
                        row.getBoolean("asked")));
    }
}
