package vn.haidang.casework.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;

/** {@code casework/procedure}: the versions and when each is in force. Versions missing from the file stay, for the cases they have. */
@Component
class ProcedureImporter implements Importer {

    static final String UPSERT = """
            insert into casework.procedure (code, version, name, name_en, validity, work_file, facts, source, confidence)
            select l.code, l.version, l.name, l.name_en, daterange(l.valid_from, l.valid_to), l.work_file, l.facts,
              l.source, l.confidence
            from jsonb_to_recordset(cast(:lines as jsonb)) as l (code text, version int, name text, name_en text,
              valid_from date, valid_to date, work_file boolean, facts text, source text, confidence text)
            on conflict (code, version) do update
            set name = excluded.name, name_en = excluded.name_en, validity = excluded.validity,
              work_file = excluded.work_file, facts = excluded.facts, source = excluded.source, confidence = excluded.confidence
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
    public List<String> optionalColumns() {
        return ProcedureCells.PROCEDURE_OPTIONAL;
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        List<ReferenceRow> listenedTo = tables.listenedTo(rows, "code");
        tables.store(
                listenedTo, listenedTo.stream().map(ProcedureImporter::line).toList(), UPSERT);
    }

    private static ProcedureLines.Version line(ReferenceRow row) {
        Validity validity = row.validity();
        return new ProcedureLines.Version(
                row.text("code"),
                row.integer("version"),
                row.text("name"),
                row.text("name_en"),
                validity.from(),
                validity.to(),
                row.flag("work_file"),
                FactDeclaration.write(ProcedureCells.facts(row)),
                row.text("source"),
                row.confidence());
    }
}
