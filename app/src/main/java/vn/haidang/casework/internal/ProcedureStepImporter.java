package vn.haidang.casework.internal;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

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

    static final String UPSERT = """
            insert into casework.procedure_step (procedure, version, ordinal, step, name, name_en, role, unit_rule, duration,
              four_eyes_group, handler, on_paper, consult_question, consult_units, consult_role, consult_join, consult_due,
              consult_silence, consult_basis, timer, timer_outcome)
            select l.procedure, l.version, l.ordinal, l.step, l.name, l.name_en, l.role, l.unit_rule, l.duration,
              l.four_eyes_group, l.handler, l.on_paper, l.consult_question, l.consult_units, l.consult_role, l.consult_join,
              l.consult_due, l.consult_silence, l.consult_basis, l.timer, l.timer_outcome
            from jsonb_to_recordset(cast(:lines as jsonb)) as l (procedure text, version int, ordinal int, step text,
              name text, name_en text, role text, unit_rule text, duration text, four_eyes_group text, handler text,
              on_paper boolean, consult_question text, consult_units text, consult_role text, consult_join text,
              consult_due text, consult_silence text, consult_basis text, timer text, timer_outcome text)
            on conflict (procedure, version, step) do update
            set ordinal = excluded.ordinal, name = excluded.name, name_en = excluded.name_en, role = excluded.role,
              unit_rule = excluded.unit_rule, duration = excluded.duration, four_eyes_group = excluded.four_eyes_group,
              handler = excluded.handler, on_paper = excluded.on_paper,
              consult_question = excluded.consult_question, consult_units = excluded.consult_units,
              consult_role = excluded.consult_role, consult_join = excluded.consult_join, consult_due = excluded.consult_due,
              consult_silence = excluded.consult_silence, consult_basis = excluded.consult_basis, timer = excluded.timer,
              timer_outcome = excluded.timer_outcome
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
        return Stream.concat(
                        Stream.of("procedure", "version", "ordinal", "step", "name", "name_en"),
                        ProcedureCells.STEP.stream())
                .toList();
    }

    @Override
    public List<String> optionalColumns() {
        return ProcedureCells.STEP_OPTIONAL;
    }

    @Override
    public List<String> after() {
        return List.of("casework/procedure");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        List<ReferenceRow> listenedTo = tables.listenedTo(rows, "procedure");
        tables.store(
                listenedTo, listenedTo.stream().map(ProcedureStepImporter::line).toList(), DROP, UPSERT);
    }

    private static ProcedureLines.Step line(ReferenceRow row) {
        return ProcedureLines.step(
                row.text("procedure"),
                row.integer("version"),
                row.integer("ordinal"),
                ProcedureCells.step(row, "name", "name_en"));
    }
}
