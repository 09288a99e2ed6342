package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** {@code casework/procedure}: the versions and when each is in force. Versions missing from the file stay, for the cases they have. */
@Component
class ProcedureImporter implements Importer {

    private static final String UPSERT = """
            insert into casework.procedure (code, version, name, name_en, validity, work_file, source, confidence)
            select l.code, l.version, l.name, l.name_en, daterange(l.valid_from, l.valid_to), l.work_file, l.source, l.confidence
            from jsonb_to_recordset(cast(:lines as jsonb)) as l (code text, version int, name text, name_en text,
              valid_from date, valid_to date, work_file boolean, source text, confidence text)
            on conflict (code, version) do update
            set name = excluded.name, name_en = excluded.name_en, validity = excluded.validity,
              work_file = excluded.work_file, source = excluded.source, confidence = excluded.confidence
            """;

    private final ProcedureTables tables;

    ProcedureImporter(ProcedureTables tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return "casework/procedure";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "code", "version", "name", "name_en", "valid_from", "valid_to", "work_file", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        tables.store(rows, rows.stream().map(ProcedureImporter::line).toList(), List.of(UPSERT));
    }

    private static Map<String, Object> line(ReferenceRow row) {
        Map<String, Object> line = new HashMap<>();
        line.put("code", row.text("code"));
        line.put("version", row.integer("version"));
        line.put("name", row.text("name"));
        line.put("name_en", row.text("name_en"));
        LocalDate from = row.date("valid_from");
        line.put("valid_from", from.toString());
        row.optionalDate("valid_to").ifPresent(to -> {
            if (!to.isAfter(from)) {
                row.refuse("valid_to", "reference.refused.period");
            }
            line.put("valid_to", to.toString());
        });
        line.put("work_file", row.flag("work_file"));
        line.put("source", row.text("source"));
        line.put("confidence", row.text("confidence"));
        return line;
    }
}
