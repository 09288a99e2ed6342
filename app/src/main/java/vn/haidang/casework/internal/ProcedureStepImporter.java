package vn.haidang.casework.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;
import vn.haidang.worktime.LegalDuration;

/** {@code casework/procedure_step}: who does what within how long. A version in the file has exactly the steps of the file. */
@Component
class ProcedureStepImporter implements Importer {

    private static final String DROP = """
            delete from casework.procedure_step s
            using (select distinct procedure, version
              from jsonb_to_recordset(cast(:lines as jsonb)) as l (procedure text, version int)) named
            where s.procedure = named.procedure and s.version = named.version
              and not exists (
                select 1 from jsonb_to_recordset(cast(:lines as jsonb)) as l (procedure text, version int, step text)
                where l.procedure = s.procedure and l.version = s.version and l.step = s.step)
            """;

    private static final String UPSERT = """
            insert into casework.procedure_step (procedure, version, ordinal, step, name, name_en, role, unit_rule, duration,
              four_eyes_group, handler, on_paper)
            select l.procedure, l.version, l.ordinal, l.step, l.name, l.name_en, l.role, l.unit_rule, l.duration,
              l.four_eyes_group, l.handler, l.on_paper
            from jsonb_to_recordset(cast(:lines as jsonb)) as l (procedure text, version int, ordinal int, step text,
              name text, name_en text, role text, unit_rule text, duration text, four_eyes_group text, handler text,
              on_paper boolean)
            on conflict (procedure, version, step) do update
            set ordinal = excluded.ordinal, name = excluded.name, name_en = excluded.name_en, role = excluded.role,
              unit_rule = excluded.unit_rule, duration = excluded.duration, four_eyes_group = excluded.four_eyes_group,
              handler = excluded.handler, on_paper = excluded.on_paper
            """;

    private final ProcedureTables tables;

    ProcedureStepImporter(ProcedureTables tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return "casework/procedure_step";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "procedure",
                "version",
                "ordinal",
                "step",
                "name",
                "name_en",
                "role",
                "unit_rule",
                "duration",
                "four_eyes_group",
                "handler",
                "on_paper");
    }

    @Override
    public List<String> after() {
        return List.of("casework/procedure");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        tables.store(rows, rows.stream().map(ProcedureStepImporter::line).toList(), List.of(DROP, UPSERT));
    }

    private static Map<String, Object> line(ReferenceRow row) {
        Map<String, Object> line = new HashMap<>();
        line.put("procedure", row.text("procedure"));
        line.put("version", row.integer("version"));
        line.put("ordinal", row.integer("ordinal"));
        line.put("step", row.text("step"));
        line.put("name", row.text("name"));
        line.put("name_en", row.text("name_en"));
        row.optionalText("role").ifPresent(role -> {
            line.put("role", role);
            line.put("unit_rule", row.oneOf("unit_rule", Set.of("competent", "receiving")));
        });
        row.optionalText("duration").ifPresent(duration -> line.put("duration", duration(row, duration)));
        row.optionalText("four_eyes_group").ifPresent(group -> line.put("four_eyes_group", group));
        row.optionalText("handler").ifPresent(handler -> line.put("handler", handler));
        line.put("on_paper", row.flag("on_paper"));
        return line;
    }

    private static String duration(ReferenceRow row, String written) {
        try {
            return LegalDuration.parse(written).code();
        } catch (RuntimeException malformed) {
            row.refuse("duration", "casework.refused.duration", written);
            return written;
        }
    }
}
