package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
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
 * Services in the catalogue, version 1: published, published with all seven mandatory parts (Decree 63/2010/NĐ-CP, art. 8), and
 * published so that they can be used online, whole or in part; at the unit that publishes them.
 */
@Component
class CatalogueCount implements Measure {

    static final MeasureCode CODE = new MeasureCode("publicservice/catalogue");
    static final String PUBLISHED = "published";
    static final String COMPLETE = "complete";
    static final String ONLINE = "online";

    /** How long each version stood in the catalogue; the parts as {@link vn.haidang.publicservice.Part} asks for them. */
    @Language("SQL")
    private static final String STOOD = """
            stood as (
              select p.unit, v.code, v.version, v.short_name,
                daterange(p.published_on, p.withdrawn_on) * v.validity as days,
                v.online_level in ('full', 'partial') as online,
                v.name ~ '\\S' and v.agency ~ '\\S' and v.duration is not null and cardinality(v.audience) > 0
                  and v.dossier_sets is not null
                  and exists (select from publicservice.service_step s where s.code = v.code and s.version = v.version)
                  and exists (select from publicservice.service_channel w where w.code = v.code and w.version = v.version)
                  and exists (select from publicservice.service_item i where i.code = v.code and i.version = v.version) as complete
              from publicservice.publication p
                join publicservice.service_version v on v.code = p.code and v.validity && daterange(p.published_on, p.withdrawn_on)
            ), counted as (
              select s.unit, s.code, s.version, s.short_name, s.days, k.component
              from stood s
                join (values ('published'), ('complete'), ('online')) k (component)
                  on k.component = 'published' or (k.component = 'complete' and s.complete) or (k.component = 'online' and s.online)
            )
            """;

    private static final EvidenceOrder ORDER =
            EvidenceOrder.of(EvidenceOrder.day("lower(c.days)"), EvidenceOrder.text("c.code"));

    private final MeasureSql sql;

    CatalogueCount(JdbcClient jdbc) {
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
                new vn.haidang.indicator.Component(PUBLISHED, new Aggregation.Stock()),
                new vn.haidang.indicator.Component(COMPLETE, new Aggregation.Stock()),
                new vn.haidang.indicator.Component(ONLINE, new Aggregation.Stock()));
    }

    @Override
    public Observations observe(DayRange days) {
        return sql.observed("with " + STOOD + """
                        select f.component, f.unit, f.day, sum(f.amount) as amount
                        from (
                          select c.component, c.unit, lower(c.days) as day, 1 as amount from counted c
                          union all
                          select c.component, c.unit, upper(c.days), -1 from counted c where upper(c.days) is not null) f
                        where f.day between :first and :last
                        group by f.component, f.unit, f.day
                        having sum(f.amount) <> 0
                        """, days);
    }

    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        return behind(PUBLISHED, ground, days, breakdown, page, reader);
    }

    /** The catalogue is public, so everyone sees all. */
    @Override
    public Evidence behind(
            String component,
            Ground ground,
            DayRange days,
            @Nullable String breakdown,
            EvidencePage page,
            Reader reader) {
        return sql.evidence(
                new MeasureSql.Records(", " + STOOD, "c.code, c.unit, c.short_name, lower(c.days) as day", """
                        from counted c
                        where c.component = :component and c.days @> cast(:last as date)
                          and c.unit = any (cast(:plots as uuid[]))
                        """, ORDER),
                new MeasureSql.Asked(ground, days, page),
                Map.of("component", component),
                (row, number) -> {
                    String code = row.getString("code");
                    return new Evidence.Row(
                            new UnitId(row.getObject("unit", UUID.class)),
                            row.getObject("day", LocalDate.class),
                            code + " – " + row.getString("short_name"),
                            "/services/" + code,
                            true);
                });
    }
}
