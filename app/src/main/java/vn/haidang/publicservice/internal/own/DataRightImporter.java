package vn.haidang.publicservice.internal.own;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;
import vn.haidang.worktime.LegalDuration;

/** By when requests about personal data are answered. */
@Component
class DataRightImporter implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DataRightImporter(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            String code,
            String acknowledge,
            @Nullable String least,
            String most,
            String extension,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    @Override
    public String table() {
        return "publicservice/data_right";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "code", "acknowledge", "least", "most", "extension", "valid_from", "valid_to", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.data_right").update();
        jdbc.sql("""
                insert into publicservice.data_right
                  (code, acknowledge, least, most, extension, valid, source, confidence)
                select l.code, l.acknowledge, l.least, l.most, l.extension, daterange(l."validFrom", l."validTo"), l.source,
                  l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(code text, acknowledge text, least text, most text,
                  extension text, "validFrom" date, "validTo" date, source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(DataRightImporter::row).toList()))
                .update();
    }

    private static Row row(ReferenceRow row) {
        Validity validity = row.validity();
        String most = duration(row, "most", row.text("most"));
        String extension = duration(row, "extension", row.text("extension"));
        if (!sums(most, extension)) {
            row.refuse("extension", "publicservice.refused.extension", extension, most);
        }
        return new Row(
                row.text("code"),
                duration(row, "acknowledge", row.text("acknowledge")),
                row.optionalText("least")
                        .map(least -> duration(row, "least", least))
                        .orElse(null),
                most,
                extension,
                validity.from(),
                validity.to(),
                row.text("source"),
                row.confidence());
    }

    private static boolean sums(String most, String extension) {
        try {
            return !DataTerms.longer(most, extension).code().isEmpty();
        } catch (RuntimeException none) {
            return false;
        }
    }

    private static String duration(ReferenceRow row, String column, String text) {
        try {
            return LegalDuration.parse(text).code();
        } catch (RuntimeException none) {
            row.refuse(column, "publicservice.refused.duration", text);
            return text;
        }
    }
}
