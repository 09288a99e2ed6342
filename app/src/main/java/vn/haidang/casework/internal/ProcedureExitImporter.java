package vn.haidang.casework.internal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.expression.Declarations;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/**
 * {@code casework/procedure_exit}: how a step can end and where that leads. The last of the three tables, so it refuses a
 * procedure that cannot be walked: an exit to nowhere, a step nobody reaches or that never ends, a handler nobody offers.
 */
@Component
class ProcedureExitImporter implements Importer {

    private static final String DROP = """
            delete from casework.procedure_exit e
            using (select distinct procedure, version
              from jsonb_to_recordset(cast(:lines as jsonb)) as l (procedure text, version int)) named
            where e.procedure = named.procedure and e.version = named.version
            """;

    static final String INSERT = """
            insert into casework.procedure_exit (procedure, version, step, outcome, ordinal, name, name_en, kind, to_step,
              case_outcome, accepts, needs_reason, tells_applicant, legal_basis, condition)
            select l.procedure, l.version, l.step, l.outcome, l.ordinal, l.name, l.name_en, l.kind, l.to_step,
              l.case_outcome, l.accepts, l.needs_reason, l.tells_applicant, l.legal_basis, l.condition
            from jsonb_to_recordset(cast(:lines as jsonb)) as l (procedure text, version int, step text, outcome text,
              ordinal int, name text, name_en text, kind text, to_step text, case_outcome text, accepts boolean,
              needs_reason boolean, tells_applicant boolean, legal_basis text, condition text)
            """;

    private final ProcedureTables tables;

    ProcedureExitImporter(ProcedureTables tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return "casework/procedure_exit";
    }

    @Override
    public List<String> columns() {
        return Stream.concat(
                        Stream.of("procedure", "version", "step", "ordinal", "outcome", "name", "name_en"),
                        ProcedureCells.EXIT.stream())
                .toList();
    }

    @Override
    public List<String> optionalColumns() {
        return ProcedureCells.EXIT_OPTIONAL;
    }

    @Override
    public List<String> after() {
        return List.of("casework/procedure_step");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        List<ReferenceRow> listenedTo = tables.atKnownSteps(tables.listenedTo(rows, "procedure"));
        tables.store(listenedTo, lines(listenedTo), DROP, INSERT);
        if (!listenedTo.isEmpty()) {
            tables.check(listenedTo);
        }
    }

    private List<ProcedureLines.Exit> lines(List<ReferenceRow> rows) {
        Function<ReferenceRow, Declarations> facts = tables.declared();
        return rows.stream().map(row -> line(row, facts.apply(row))).toList();
    }

    private static ProcedureLines.Exit line(ReferenceRow row, Declarations facts) {
        return ProcedureLines.exit(
                row.text("procedure"),
                row.integer("version"),
                row.text("step"),
                row.integer("ordinal"),
                ProcedureCells.exit(row, "name", "name_en", facts));
    }
}
