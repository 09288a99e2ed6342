package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

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

    private final Visibility visibility;
    private final JdbcClient jdbc;
    private final Clock clock;

    WorkFileOnline(Visibility visibility, JdbcClient jdbc, Clock clock) {
        this.visibility = visibility;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether a case that ends like this is in the population. */
    static boolean counts(CaseFacts facts, String outcome) {
        return facts.workFile()
                && (outcome.equals("done") || (outcome.equals("refused") && facts.acceptedAt() != null));
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
    public Evidence evidence(UnitScope scope, DayRange days, PageRequest page, Reader reader) {
        Visible visible = visibility.to(reader);
        Scope units = Scope.of(scope, LocalDate.now(clock));
        Map<String, Object> parameters = new HashMap<>(visible.with(units.parameters()));
        parameters.put("first", days.first());
        parameters.put("last", days.last());
        parameters.put("size", page.size());
        parameters.put("offset", page.offset());
        String counted = " from casework.case_file c where " + COUNTED + " and "
                + units.onDay("c.competent_unit", "c.closed_on") + " and " + visible.sql();
        long total = jdbc.sql("select count(*)" + counted)
                .params(parameters)
                .query(Long.class)
                .single();
        List<Evidence.Row> rows = jdbc.sql("select c.id, c.code, c.competent_unit, c.closed_on, (" + ONLINE
                        + ") as online" + counted + " order by c.closed_on desc, c.id desc limit :size offset :offset")
                .params(parameters)
                .query((row, number) -> new Evidence.Row(
                        new UnitId(row.getObject("competent_unit", UUID.class)),
                        row.getObject("closed_on", LocalDate.class),
                        row.getString("code"),
                        reader.official() ? "/desk/cases/" + row.getObject("id", UUID.class) : null,
                        row.getBoolean("online")))
                .list();
        return new Evidence(new Slice<>(rows, page, total));
    }
}
