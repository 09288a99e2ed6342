package vn.haidang.publicservice.internal.events;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** What happens in a life: the bundles the law defines, and our offers. */
@Component
class LifeEventImporter implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LifeEventImporter(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            String code,
            int ordinal,
            String kind,
            String form,
            String name,
            String nameEn,
            String summary,
            String summaryEn,
            @Nullable String legalBasis,
            String source,
            String confidence) {}

    @Override
    public String table() {
        return "publicservice/life_event";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "code",
                "ordinal",
                "kind",
                "form",
                "name",
                "name_en",
                "summary",
                "summary_en",
                "legal_basis",
                "source",
                "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.life_event").update();
        jdbc.sql("""
                insert into publicservice.life_event (code, ordinal, kind, form, name, name_en, summary, summary_en,
                  legal_basis, source, confidence)
                select l.code, l.ordinal, l.kind, l.form, l.name, l."nameEn", l.summary, l."summaryEn", l."legalBasis",
                  l.source, l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(code text, ordinal int, kind text, form text,
                  name text, "nameEn" text, summary text, "summaryEn" text, "legalBasis" text, source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(LifeEventImporter::row).toList()))
                .update();
    }

    private static Row row(ReferenceRow row) {
        String kind = row.oneOf("kind", Set.of("law", "offer"));
        String basis = row.optionalText("legal_basis").orElse(null);
        if (kind.equals("law") && basis == null) {
            row.refuse("legal_basis", "publicservice.refused.no-basis");
        }
        return new Row(
                row.text("code"),
                row.integer("ordinal"),
                kind,
                row.text("form"),
                row.text("name"),
                row.text("name_en"),
                row.text("summary"),
                row.text("summary_en"),
                basis,
                row.text("source"),
                row.confidence());
    }
}
