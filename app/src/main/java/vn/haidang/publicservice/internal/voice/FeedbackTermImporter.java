package vn.haidang.publicservice.internal.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;
import vn.haidang.worktime.LegalDuration;

/** How long each act on feedback may take. */
@Component
class FeedbackTermImporter implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FeedbackTermImporter(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            String term,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String duration,
            String source,
            String confidence) {}

    @Override
    public String table() {
        return "publicservice/feedback_term";
    }

    @Override
    public List<String> columns() {
        return List.of("term", "duration", "valid_from", "valid_to", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.feedback_term").update();
        jdbc.sql("""
                insert into publicservice.feedback_term (term, validity, duration, source, confidence)
                select l.term, daterange(l."validFrom", l."validTo"), l.duration, l.source, l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(term text, "validFrom" date, "validTo" date, duration text,
                  source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(FeedbackTermImporter::row).toList()))
                .update();
    }

    private static Row row(ReferenceRow row) {
        Validity validity = row.validity();
        String duration = row.text("duration");
        if (!isDuration(duration)) {
            row.refuse("duration", "publicservice.refused.duration", duration);
        }
        return new Row(
                row.oneOf("term", Set.of("refuse", "ask", "resolve", "publish")),
                validity.from(),
                validity.to(),
                duration,
                row.text("source"),
                row.confidence());
    }

    private static boolean isDuration(String text) {
        try {
            return !LegalDuration.parse(text).code().isEmpty();
        } catch (RuntimeException none) {
            return false;
        }
    }
}
