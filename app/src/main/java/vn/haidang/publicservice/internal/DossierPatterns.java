package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;

/** How dossier codes are written, by the day of reception. */
@Component
class DossierPatterns implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DossierPatterns(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            String pattern, LocalDate validFrom, @Nullable LocalDate validTo, String source, String confidence) {}

    /** The pattern of a day; the plain one where none is declared. */
    DossierPattern on(LocalDate day) {
        return jdbc.sql("select pattern from publicservice.dossier_pattern where validity @> cast(:day as date)")
                .param("day", day)
                .query((row, number) -> new DossierPattern(row.getString(1)))
                .optional()
                .orElse(DossierPattern.PLAIN);
    }

    @Override
    public String table() {
        return "publicservice/dossier_pattern";
    }

    @Override
    public List<String> columns() {
        return List.of("pattern", "valid_from", "valid_to", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.dossier_pattern").update();
        jdbc.sql("""
                insert into publicservice.dossier_pattern (validity, pattern, source, confidence)
                select daterange(l."validFrom", l."validTo"), l.pattern, l.source, l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(pattern text, "validFrom" date, "validTo" date,
                  source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(DossierPatterns::row).toList()))
                .update();
    }

    private static Row row(ReferenceRow row) {
        Validity validity = row.validity();
        String pattern = row.text("pattern");
        if (!DossierPattern.whole(pattern)) {
            row.refuse("pattern", "publicservice.refused.pattern", pattern);
        }
        return new Row(pattern, validity.from(), validity.to(), row.text("source"), row.confidence());
    }
}
