package vn.haidang.casework.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.Declarations;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Sheet;

/**
 * One procedure as people write it: a table with a row for each way out of each step, as CSV, or the same nested as YAML. What
 * repeats the row above may be left empty.
 */
final class ProcedureSheet {

    static final List<String> PROCEDURE =
            List.of("procedure", "procedure_name", "procedure_name_en", "work_file", "source", "confidence");
    static final List<String> STEP = Stream.concat(
                    Stream.of("step", "step_name", "step_name_en"), ProcedureCells.STEP.stream())
            .toList();
    static final List<String> EXIT = Stream.concat(
                    Stream.of("outcome", "outcome_name", "outcome_name_en"), ProcedureCells.EXIT.stream())
            .toList();
    static final List<Sheet.Level> LEVELS = List.of(
            new Sheet.Level("", PROCEDURE, ProcedureCells.PROCEDURE_OPTIONAL),
            new Sheet.Level("steps", STEP, ProcedureCells.STEP_OPTIONAL),
            new Sheet.Level("exits", EXIT, ProcedureCells.EXIT_OPTIONAL));

    private static final int MOST_ROWS = 2000;

    /** One step with the rows it was read from. */
    private static final class Block {
        private final Procedure.Step step;
        private final ReferenceRow row;
        private final Map<String, ReferenceRow> rowOf = new LinkedHashMap<>();
        private final List<Procedure.Exit> exits = new ArrayList<>();

        private Block(Procedure.Step step, ReferenceRow row) {
            this.step = step;
            this.row = row;
        }
    }

    private final Sheet sheet;
    private final Declarations facts;
    private final List<Block> blocks = new ArrayList<>();

    private ProcedureSheet(Sheet sheet, Declarations facts) {
        this.sheet = sheet;
        this.facts = facts;
    }

    /** The draft in the file; null where the sheet's refusals say why it is none. */
    static @Nullable Procedure read(Sheet sheet, Function<Procedure, List<ProcedureRules.Fault>> rules) {
        if (sheet.refused() || sheet.rows().isEmpty()) {
            return null;
        }
        ReferenceRow first = sheet.rows().getFirst();
        if (sheet.rows().size() > MOST_ROWS) {
            first.refuse("", "casework.refused.too-many-rows", MOST_ROWS);
            return null;
        }
        List<FactDeclaration> facts = ProcedureCells.facts(first);
        ProcedureSheet reading = new ProcedureSheet(sheet, FactDeclaration.declarations(facts));
        reading.rows();
        Procedure draft = new Procedure(
                first.text("procedure"),
                0,
                first.text("procedure_name"),
                first.text("procedure_name_en"),
                null,
                null,
                ProcedureCells.flag(first, "work_file"),
                facts,
                first.text("source"),
                first.confidence(),
                reading.blocks.stream()
                        .map(block -> block.step.with(block.exits))
                        .toList());
        if (!sheet.refused()) {
            rules.apply(draft).forEach(reading::refuse);
        }
        return sheet.refused() ? null : draft;
    }

    private void rows() {
        ReferenceRow first = sheet.rows().getFirst();
        Set<String> before = new HashSet<>();
        for (ReferenceRow row : sheet.rows()) {
            repeats(row, first, PROCEDURE, "casework.refused.one-procedure");
            repeats(row, first, ProcedureCells.PROCEDURE_OPTIONAL, "casework.refused.one-procedure");
            String code = row.optionalText("step").orElse("");
            Block current = blocks.isEmpty() ? null : blocks.getLast();
            if (current == null || (!code.isEmpty() && !code.equals(current.step.code()))) {
                current = new Block(ProcedureCells.step(row, "step_name", "step_name_en"), row);
                if (!before.add(current.step.code())) {
                    row.refuse("step", "reference.refused.duplicate", code);
                }
                blocks.add(current);
            } else {
                repeats(row, current.row, STEP, "casework.refused.differs");
                repeats(row, current.row, ProcedureCells.STEP_OPTIONAL, "casework.refused.differs");
            }
            exit(row, current);
        }
    }

    private void exit(ReferenceRow row, Block block) {
        Procedure.Exit exit = ProcedureCells.exit(row, "outcome_name", "outcome_name_en", facts);
        block.rowOf.putIfAbsent(exit.outcome(), row);
        if (block.exits.stream()
                .anyMatch(other -> other.outcome().equals(exit.outcome())
                        && Objects.equals(other.condition(), exit.condition()))) {
            row.refuse("outcome", "reference.refused.duplicate", exit.outcome());
        }
        block.exits.add(exit);
    }

    private static void repeats(ReferenceRow row, ReferenceRow first, List<String> columns, String otherwise) {
        if (row == first) {
            return;
        }
        for (String column : columns) {
            row.optionalText(column)
                    .filter(text -> !text.equals(first.optionalText(column).orElse("")))
                    .ifPresent(text -> row.refuse(column, otherwise, text));
        }
    }

    private void refuse(ProcedureRules.Fault fault) {
        Block block = blocks.stream()
                .filter(each -> each.step.code().equals(fault.step()))
                .findFirst()
                .orElse(blocks.getFirst());
        ReferenceRow row = fault.outcome() == null ? block.row : block.rowOf.getOrDefault(fault.outcome(), block.row);
        row.refuse(fault.column(), fault.messageKey(), fault.arguments().toArray());
    }
}
