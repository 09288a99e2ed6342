package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Component;
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
 * Work files handled fully online. Population, version 1: until work files exist, every case of a procedure marked as a
 * work file is one work file of its competent unit, counted on the day it is closed as done, or as refused after the
 * desk accepted it. Fully online: received online or digitised at reception, no step on paper, result issued
 * electronically.
 */
@org.springframework.stereotype.Component
class WorkFileOnline implements Measure {

    static final MeasureCode CODE = new MeasureCode("casework/work-file-online");
    static final String DENOMINATOR = "denominator";
    static final String NUMERATOR = "numerator";

    private static final String COUNTED = """
            c.work_file and c.closed_at is not null and c.closed_on between :first and :last
              and (c.outcome = 'done' or (c.outcome = 'refused' and c.accepted_at is not null))
            """;

    private static final String ONLINE =
            "(c.received_online or c.digitised_at_reception) and not c.paper_step and c.result_electronic";

    private final ClosedRecords records;
    private final JdbcClient jdbc;

    WorkFileOnline(ClosedRecords records, JdbcClient jdbc) {
        this.records = records;
        this.jdbc = jdbc;
    }

    /** Whether a case that ends like this is in the population. */
    static boolean counts(CaseFacts facts, String outcome) {
        return facts.workFile()
                && (outcome.equals("done") || (outcome.equals("refused") && facts.acceptedAt() != null));
    }

    /** The facts of a case that has just been closed; none where it is not in the population. */
    static List<Facts.Fact> facts(Standing closed, String outcome, LocalDate day) {
        CaseFacts facts = closed.facts();
        if (!counts(facts, outcome)) {
            return List.of();
        }
        UnitId unit = closed.summary().competentUnit();
        Facts.Fact below = new Facts.Fact(CODE, DENOMINATOR, unit, day, Facts.WHOLE, "", 1);
        return facts.fullyOnline()
                ? List.of(below, new Facts.Fact(CODE, NUMERATOR, unit, day, Facts.WHOLE, "", 1))
                : List.of(below);
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
                new Component(NUMERATOR, new Component.Aggregation.Sum()),
                new Component(DENOMINATOR, new Component.Aggregation.Sum()));
    }

    @Override
    public Observations observe(DayRange days) {
        return new Observations(jdbc.sql("""
                        select k.component, d.competent_unit, d.closed_on,
                          case k.component when 'numerator' then d.online else d.everything end as amount
                        from (
                          select c.competent_unit, c.closed_on, count(*) as everything,
                            count(*) filter (where %s) as online
                          from casework.case_file c
                          where %s
                          group by c.competent_unit, c.closed_on) d
                        cross join (values ('numerator'), ('denominator')) k (component)
                        where case k.component when 'numerator' then d.online else d.everything end > 0
                        """.formatted(ONLINE, COUNTED))
                .param("first", days.first())
                .param("last", days.last())
                .query((row, number) -> new Observations.Row(
                        row.getString("component"),
                        new UnitId(row.getObject("competent_unit", UUID.class)),
                        row.getObject("closed_on", LocalDate.class),
                        Facts.WHOLE,
                        "",
                        row.getLong("amount")))
                .list());
    }

    @Override
    public Evidence evidence(
            Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader) {
        return records.evidence(
                new ClosedRecords.Question(COUNTED, ONLINE, new MeasureSql.Asked(ground, days, page)), reader);
    }
}
