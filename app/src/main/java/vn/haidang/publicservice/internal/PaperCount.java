package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
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
import vn.haidang.publicservice.ApplicationId;

/**
 * Papers of dossiers, version 1, at the unit that received them on the day they were handed in. At a desk every paper that was noted
 * and not missing counts, online every question that was answered with a file. On paper: seen, kept, or handed in as a copy at the
 * desk; digitised: of these, those with a scan. Replaced: an agency holds the data, or a result of one's own store was used again.
 * What is asked for later is not part of it.
 */
@Component
class PaperCount implements Measure {

    static final MeasureCode CODE = new MeasureCode("publicservice/papers");
    static final String ALL = "all";
    static final String ON_PAPER = "on-paper";
    static final String DIGITISED = "digitised";
    static final String REPLACED = "replaced";

    /** received: dossiers, with where and when they were handed in; paper: what came with each. */
    @Language("SQL")
    static final String COUNTED = """
            received as materialized (
              select a.id, a.case_id, a.dossier_code, r.id as reception, coalesce(r.receiving_unit, a.unit) as unit,
                coalesce(r.finished_on, a.submitted_on) as day
              from publicservice.application a
                left join publicservice.reception r on r.application = a.id
              where %s
            ), paper as (
              select d.id as application, d.case_id, d.dossier_code, d.unit, d.day, c.part, c.name, c.original in ('seen', 'kept', 'copy') as on_paper,
                c.file is not null as digitised, c.original = 'known' as replaced
              from received d
                join publicservice.component c on c.reception = d.reception and c.original <> 'absent'
              union all
              select d.id, d.case_id, d.dossier_code, d.unit, d.day, f.field, null, false, false,
                exists (select from publicservice.reused_paper u where u.application = d.id and u.field = f.field)
              from received d
                cross join lateral (
                  select distinct e.field from publicservice.application_file e where e.application = d.id and e.round = 0) f
              where d.reception is null
            ), counted as (
              select p.application, p.case_id, p.dossier_code, p.unit, p.day, p.part, p.name, k.component
              from paper p
                join (values ('all'), ('on-paper'), ('digitised'), ('replaced')) k (component)
                  on k.component = 'all' or (k.component = 'on-paper' and p.on_paper)
                    or (k.component = 'digitised' and p.digitised) or (k.component = 'replaced' and p.replaced)
            )
            """;

    @Language("SQL")
    private static final String SUMS = """
            select c.component, c.unit, c.day, count(*) as amount
            from counted c
            group by c.component, c.unit, c.day
            """;

    /** An application is handed in on the day its reception ends. */
    private static final String HANDED_IN = "a.submitted_on between :first and :last";

    private final PaperEvidence evidence;
    private final JdbcClient jdbc;
    private final MeasureSql sql;

    PaperCount(PaperEvidence evidence, JdbcClient jdbc) {
        this.evidence = evidence;
        this.jdbc = jdbc;
        this.sql = new MeasureSql(jdbc);
    }

    /** What a dossier adds that was just handed in. */
    List<Facts.Fact> of(ApplicationId application) {
        return jdbc.sql("with " + COUNTED.formatted("a.id = :application") + SUMS)
                .param("application", application.value())
                .query((row, number) -> new Facts.Fact(
                        CODE,
                        row.getString("component"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        Facts.WHOLE,
                        "",
                        row.getLong("amount")))
                .list();
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
                new vn.haidang.indicator.Component(ALL, new Aggregation.Sum()),
                new vn.haidang.indicator.Component(ON_PAPER, new Aggregation.Sum()),
                new vn.haidang.indicator.Component(DIGITISED, new Aggregation.Sum()),
                new vn.haidang.indicator.Component(REPLACED, new Aggregation.Sum()));
    }

    @Override
    public Observations observe(DayRange days) {
        return sql.observed("with " + COUNTED.formatted(HANDED_IN) + SUMS, days);
    }

    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        return behind(ALL, ground, days, breakdown, page, reader);
    }

    @Override
    public Evidence behind(
            String component,
            Ground ground,
            DayRange days,
            @Nullable String breakdown,
            EvidencePage page,
            Reader reader) {
        return evidence.of(component, new MeasureSql.Asked(ground, days, page), reader);
    }
}
