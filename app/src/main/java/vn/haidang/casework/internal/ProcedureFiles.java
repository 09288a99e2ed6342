package vn.haidang.casework.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a version as the file that can be handed in again and then changes nothing. */
@Component
public class ProcedureFiles {

    /** Without it spreadsheets take the letters for those of an old code page. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final String FORMULA = "=+-@\t\r";

    private final JsonMapper json;

    ProcedureFiles(JsonMapper json) {
        this.json = json;
    }

    public String csv(Procedure procedure) {
        List<String> columns = ProcedureSheet.LEVELS.stream()
                .flatMap(level -> level.all().stream())
                .toList();
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK)
                .append(String.join(",", columns))
                .append("\r\n");
        Map<String, String> above = head(procedure);
        for (Procedure.Step step : procedure.steps()) {
            above.putAll(cells(step));
            for (Procedure.Exit exit : step.exits()) {
                above.putAll(cells(exit));
                text.append(columns.stream()
                                .map(column -> quoted(above.getOrDefault(column, "")))
                                .collect(Collectors.joining(",")))
                        .append("\r\n");
                above.clear();
            }
        }
        return text.toString();
    }

    public String yaml(Procedure procedure) {
        StringBuilder text = new StringBuilder();
        entry(text, "", "", head(procedure));
        text.append("steps:\n");
        for (Procedure.Step step : procedure.steps()) {
            entry(text, "  - ", "    ", cells(step));
            text.append("    exits:\n");
            for (Procedure.Exit exit : step.exits()) {
                entry(text, "      - ", "        ", cells(exit));
            }
        }
        return text.toString();
    }

    private void entry(StringBuilder text, String first, String next, Map<String, String> cells) {
        String indent = first;
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            if (!cell.getValue().isEmpty()) {
                text.append(indent)
                        .append(cell.getKey())
                        .append(": ")
                        .append(json.writeValueAsString(cell.getValue()))
                        .append('\n');
                indent = next;
            }
        }
    }

    private static Map<String, String> head(Procedure procedure) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("procedure", procedure.code());
        cells.put("procedure_name", procedure.name());
        cells.put("procedure_name_en", procedure.nameEn());
        cells.put("work_file", flag(procedure.workFile()));
        cells.put("facts", FactDeclaration.write(procedure.facts()));
        cells.put("source", procedure.source());
        cells.put("confidence", procedure.confidence());
        return cells;
    }

    private static Map<String, String> cells(Procedure.Step step) {
        ProcedureLines.Step line = ProcedureLines.step("", 0, 0, step);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("step", line.step());
        cells.put("step_name", line.name());
        cells.put("step_name_en", line.nameEn());
        cells.put("role", text(line.role()));
        cells.put("unit_rule", text(line.unitRule()));
        cells.put("duration", text(line.duration()));
        cells.put("four_eyes_group", text(line.fourEyesGroup()));
        cells.put("handler", text(line.handler()));
        cells.put("on_paper", flag(line.onPaper()));
        cells.put("consult_question", text(line.consultQuestion()));
        cells.put("consult_units", text(line.consultUnits()));
        cells.put("consult_role", text(line.consultRole()));
        cells.put("consult_join", text(line.consultJoin()));
        cells.put("consult_due", text(line.consultDue()));
        cells.put("consult_silence", text(line.consultSilence()));
        cells.put("consult_basis", text(line.consultBasis()));
        cells.put("timer", text(line.timer()));
        cells.put("timer_outcome", text(line.timerOutcome()));
        return cells;
    }

    private static Map<String, String> cells(Procedure.Exit exit) {
        ProcedureLines.Exit line = ProcedureLines.exit("", 0, "", 0, exit);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("outcome", line.outcome());
        cells.put("outcome_name", line.name());
        cells.put("outcome_name_en", line.nameEn());
        cells.put("kind", line.kind());
        cells.put("to_step", text(line.toStep()));
        cells.put("case_outcome", text(line.caseOutcome()));
        cells.put("accepts", flag(line.accepts()));
        cells.put("needs_reason", flag(line.needsReason()));
        cells.put("tells_applicant", flag(line.tellsApplicant()));
        cells.put("legal_basis", text(line.legalBasis()));
        cells.put("condition", text(line.condition()));
        return cells;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String flag(boolean value) {
        return value ? "true" : "";
    }

    /** A cell that a spreadsheet would reckon with is kept from it. */
    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean plain =
                safe.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
