package vn.haidang.publicservice.internal.once;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.Folding;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;

/** Papers whose data the city holds, with the words by which people name them and the services that give them. */
@Component
class PaperImporter implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PaperImporter(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            String code,
            String name,
            String nameEn,
            List<String> words,
            List<String> kinds,
            List<String> services,
            List<String> attributes,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    @Override
    public String table() {
        return "publicservice/paper";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "code",
                "name",
                "name_en",
                "words",
                "kinds",
                "services",
                "attributes",
                "valid_from",
                "valid_to",
                "source",
                "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.known_paper").update();
        jdbc.sql("""
                insert into publicservice.known_paper
                  (code, name, name_en, words, kinds, services, attributes, valid, source, confidence)
                select l.code, l.name, l."nameEn", l.words, l.kinds, l.services, l.attributes, daterange(l."validFrom", l."validTo"),
                  l.source, l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(code text, name text, "nameEn" text, words text[],
                  kinds text[], services text[], attributes text[], "validFrom" date, "validTo" date, source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(PaperImporter::row).toList()))
                .update();
    }

    private static Row row(ReferenceRow row) {
        Validity validity = row.validity();
        return new Row(
                row.text("code"),
                row.text("name"),
                row.text("name_en"),
                several(row.optionalText("words").orElse("")).map(Folding::fold).toList(),
                several(row.optionalText("kinds").orElse("")).toList(),
                several(row.optionalText("services").orElse("")).toList(),
                several(row.optionalText("attributes").orElse("")).toList(),
                validity.from(),
                validity.to(),
                row.text("source"),
                row.confidence());
    }

    private static Stream<String> several(String text) {
        return Stream.of(text.split("/")).map(String::strip).filter(each -> !each.isEmpty());
    }
}
