package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Component.Aggregation;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

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
            with stood as (
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

    private final JdbcClient jdbc;

    CatalogueCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        return new Observations(jdbc.sql(STOOD + """
                        select f.component, f.unit, f.day, sum(f.amount) as amount
                        from (
                          select c.component, c.unit, lower(c.days) as day, 1 as amount from counted c
                          union all
                          select c.component, c.unit, upper(c.days), -1 from counted c where upper(c.days) is not null) f
                        where f.day between :first and :last
                        group by f.component, f.unit, f.day
                        having sum(f.amount) <> 0
                        """)
                .param("first", days.first())
                .param("last", days.last())
                .query((row, number) -> new Observations.Row(
                        row.getString("component"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        "",
                        "",
                        row.getLong("amount")))
                .list());
    }

    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, PageRequest page, Reader reader) {
        return behind(PUBLISHED, ground, days, breakdown, page, reader);
    }

    /** The catalogue is public, so everyone sees all. */
    @Override
    public Evidence behind(
            String component,
            Ground ground,
            DayRange days,
            @Nullable String breakdown,
            PageRequest page,
            Reader reader) {
        var total = new AtomicLong();
        var rows = jdbc.sql(STOOD + """
                        select c.code, c.unit, c.short_name, lower(c.days) as day, count(*) over () as total
                        from counted c
                        where c.component = :component and c.days @> cast(:last as date)
                          and c.unit = any (cast(:units as uuid[]))
                        order by c.code
                        limit :size offset :offset
                        """)
                .param("component", component)
                .param("last", days.last())
                .param("units", ground.units())
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    String code = row.getString("code");
                    return new Evidence.Row(
                            new UnitId(row.getObject("unit", UUID.class)),
                            row.getObject("day", LocalDate.class),
                            code + " – " + row.getString("short_name"),
                            "/services/" + code,
                            true);
                })
                .list();
        return new Evidence(new Slice<>(rows, page, total.get()));
    }
}
