package vn.haidang.publicservice.internal.once;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.form.Answer;
import vn.haidang.form.Draft;
import vn.haidang.publicservice.Application;

/** The SQL of what was asked although it was known. */
@Component
class AskedRows {

    /** How many fields of an application could be answered, and how many of them were asked. */
    record Counted(int known, int again) {}

    private final JdbcClient jdbc;

    AskedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one declaration each dossier counts by itself: its agency asks for what it needs, though it was typed once. */
    Counted insert(Application application, Draft draft, LocalDate day) {
        int filled = count(application, Answer.Origin.KNOWN);
        int corrected = count(application, Answer.Origin.CORRECTED);
        List<String> fields = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (Map.Entry<String, Set<String>> each : KnownMarks.typed(draft.id(), draft.form(), application.answers())
                .entrySet()) {
            each.getValue().forEach(field -> {
                fields.add(field);
                marks.add(each.getKey());
            });
        }
        return jdbc.sql("""
                        insert into publicservice.asked (application, draft, unit, day, service_code, known, corrected, again)
                        select :application, :draft, :unit, :day, :service, :filled + :corrected + cardinality(t.again),
                          :corrected, t.again
                        from (
                          select coalesce(array_agg(t.field order by t.field) filter (where t.mark = any (p.known)), '{}') as again
                          from unnest(cast(:fields as text[]), cast(:marks as text[])) as t (field, mark)
                          left join publicservice.preparation p on p.draft = :draft) t
                        returning known, cardinality(again) as again
                        """)
                .param("application", application.id().value())
                .param("draft", draft.id().value())
                .param("unit", application.unit().value())
                .param("day", day)
                .param("service", application.serviceCode())
                .param("filled", filled)
                .param("corrected", corrected)
                .param("fields", fields.toArray(String[]::new))
                .param("marks", marks.toArray(String[]::new))
                .query((row, number) -> new Counted(row.getInt("known"), row.getInt("again")))
                .single();
    }

    private static int count(Application application, Answer.Origin origin) {
        return (int) application.answers().values().stream()
                .filter(answer -> answer.origin() == origin)
                .count();
    }
}
