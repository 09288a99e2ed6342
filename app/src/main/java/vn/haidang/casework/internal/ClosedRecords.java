package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.Ground;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** The closed cases behind figures, as far as a reader may see them. */
@Component
class ClosedRecords {

    /**
     * Which cases.
     *
     * @param counted condition over {@code c}, with {@code :first} and {@code :last}
     * @param above condition over {@code c}: whether it also counts above the line
     */
    record Question(
            @Language("SQL") String counted,
            @Language("SQL") String above,
            Ground ground,
            DayRange days,
            PageRequest page) {}

    /** A case has one competent unit, and the plots of a unit do not overlap: it is found once. */
    @Language("SQL")
    private static final String FROM = """
             from casework.case_file c
             join unnest(cast(:plots as uuid[]), cast(:plot_firsts as date[]), cast(:plot_lasts as date[])) as g (unit, first, last)
               on g.unit = c.competent_unit and c.closed_on between g.first and g.last
             where
            """;

    private final Visibility visibility;
    private final JdbcClient jdbc;

    ClosedRecords(Visibility visibility, JdbcClient jdbc) {
        this.visibility = visibility;
        this.jdbc = jdbc;
    }

    Evidence evidence(Question question, Reader reader) {
        Visible visible = visibility.to(reader);
        Map<String, Object> parameters = new HashMap<>(visible.with(Map.of(
                "plots", question.ground().units(),
                "plot_firsts", question.ground().firsts(),
                "plot_lasts", question.ground().lasts(),
                "first", question.days().first(),
                "last", question.days().last(),
                "size", question.page().size(),
                "offset", question.page().offset())));
        String counted = FROM + question.counted() + " and " + visible.sql();
        long total = jdbc.sql("select count(*)" + counted)
                .params(parameters)
                .query(Long.class)
                .single();
        List<Evidence.Row> rows = jdbc.sql("select c.id, c.code, c.competent_unit, c.closed_on, (" + question.above()
                        + ") as above" + counted + " order by c.closed_on desc, c.id desc limit :size offset :offset")
                .params(parameters)
                .query((row, number) -> new Evidence.Row(
                        new UnitId(row.getObject("competent_unit", UUID.class)),
                        row.getObject("closed_on", LocalDate.class),
                        row.getString("code"),
                        reader.official() ? "/desk/cases/" + row.getObject("id", UUID.class) : null,
                        row.getBoolean("above")))
                .list();
        return new Evidence(new Slice<>(rows, question.page(), total));
    }
}
