package vn.haidang.publicservice.internal.events;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** The services of each life event, in order. */
@Component
class LifeEventPartImporter implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LifeEventPartImporter(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            String event,
            int ordinal,
            String service,
            String name,
            String nameEn,
            String agency,
            String agencyEn,
            String handling,
            @Nullable String note,
            @Nullable String noteEn,
            List<String> pages,
            boolean usual) {}

    @Override
    public String table() {
        return "publicservice/life_event_part";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "event", "ordinal", "service", "name", "name_en", "agency", "agency_en", "handling", "note", "note_en");
    }

    @Override
    public List<String> optionalColumns() {
        return List.of("pages", "usual");
    }

    @Override
    public List<String> after() {
        return List.of("publicservice/life_event");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.life_event_part").update();
        jdbc.sql("""
                insert into publicservice.life_event_part (event, ordinal, service, name, name_en, agency, agency_en,
                  handling, note, note_en, pages, usual)
                select l.event, l.ordinal, l.service, l.name, l."nameEn", l.agency, l."agencyEn", l.handling, l.note, l."noteEn",
                  array(select jsonb_array_elements_text(l.pages)), l.usual
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(event text, ordinal int, service text, name text,
                  "nameEn" text, agency text, "agencyEn" text, handling text, note text, "noteEn" text,
                  pages jsonb, usual boolean)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(LifeEventPartImporter::row).toList()))
                .update();
    }

    private static Row row(ReferenceRow row) {
        return new Row(
                row.text("event"),
                row.integer("ordinal"),
                row.text("service"),
                row.text("name"),
                row.text("name_en"),
                row.text("agency"),
                row.text("agency_en"),
                row.oneOf("handling", Set.of("ours", "theirs", "by-hand")),
                row.optionalText("note").orElse(null),
                row.optionalText("note_en").orElse(null),
                pages(row.optionalText("pages").orElse("")),
                row.optionalText("usual").isEmpty()
                        || row.oneOf("usual", Set.of("yes", "no")).equals("yes"));
    }

    private static List<String> pages(String written) {
        return Stream.of(written.split(";"))
                .map(String::strip)
                .filter(page -> !page.isEmpty())
                .toList();
    }
}
