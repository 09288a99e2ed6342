package vn.haidang.publicservice.internal.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.publicservice.internal.lists.ListedRows.Listed;
import vn.haidang.reference.IntakeReport;
import vn.haidang.reference.PublishedFile;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Intake;

/** A list of procedures, one a row: at least {@code code, name, ministry, field}. */
@Component
class ProcedureListIntake implements Intake {

    static final String KIND = "publicservice/procedure-list";
    static final Pattern CODE = Pattern.compile("[0-9]\\.[0-9]{6}");

    private static final int AT_ONCE = 500;

    private final ListedRows rows;

    ProcedureListIntake(ListedRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean takes(PublishedFile file) {
        return file.has("code", "name", "ministry", "field");
    }

    @Override
    public void take(PublishedFile file, IntakeReport report) {
        new Reading(file, report).run();
    }

    private final class Reading {

        private final PublishedFile file;
        private final IntakeReport report;
        private final Map<String, String> replaced = rows.replaced();
        private final Set<String> seen = new HashSet<>();
        private final List<Listed> waiting = new ArrayList<>();

        Reading(PublishedFile file, IntakeReport report) {
            this.file = file;
            this.report = report;
        }

        void run() {
            var table = file.table();
            table.rows(this::row);
            store();
            report.refuse(table.refusals());
        }

        private void row(ReferenceRow row) {
            report.read();
            var code = row.text("code");
            if (!CODE.matcher(code).matches()) {
                report.leftOut(row.line(), code, "publicservice.intake.bad-code");
                return;
            }
            if (!seen.add(code)) {
                report.leftOut(row.line(), code, "reference.refused.duplicate", code);
                return;
            }
            var listed = new Listed(
                    code,
                    row.text("name"),
                    row.text("ministry"),
                    row.text("field"),
                    cell(row, "levels", "level"),
                    cell(row, "agency"),
                    cell(row, "time_limit"),
                    amount(row, "fee_min_vnd"),
                    amount(row, "fee_max_vnd"),
                    cell(row, "legal_basis"),
                    cell(row, "url"),
                    cell(row, "snapshot"),
                    replaced.get(code));
            doubt(row, listed);
            waiting.add(listed);
            if (waiting.size() == AT_ONCE) {
                store();
            }
        }

        private void doubt(ReferenceRow row, Listed listed) {
            var messages = new ArrayList<Runnable>();
            if (listed.replacedBy() != null) {
                messages.add(say(row, listed, "publicservice.intake.replaced", listed.replacedBy()));
            }
            if (has("time_limit")) {
                Doubts.ofTime(listed.timeLimit())
                        .ifPresent(key -> messages.add(
                                say(row, listed, key, listed.timeLimit() == null ? "" : listed.timeLimit())));
            }
            if (Doubts.lowFee(listed.feeMin())) {
                messages.add(say(row, listed, "publicservice.intake.low-fee", String.valueOf(listed.feeMin())));
            }
            if (has("n_dossier_items")
                    && row.optionalText("n_dossier_items").orElse("0").equals("0")) {
                messages.add(say(row, listed, "publicservice.intake.no-items", ""));
            }
            if (has("agency") && listed.agency() == null) {
                messages.add(say(row, listed, "publicservice.intake.no-agency", ""));
            }
            messages.forEach(Runnable::run);
        }

        private Runnable say(ReferenceRow row, Listed listed, String messageKey, String argument) {
            return () -> report.doubtful(row.line(), listed.code(), messageKey, argument);
        }

        private void store() {
            report.changed(rows.store(waiting));
            report.taken(waiting.size());
            waiting.clear();
        }

        private boolean has(String column) {
            return file.columns().contains(column);
        }

        private @Nullable String cell(ReferenceRow row, String... columns) {
            for (var column : columns) {
                if (has(column)) {
                    return row.optionalText(column).orElse(null);
                }
            }
            return null;
        }

        private @Nullable Long amount(ReferenceRow row, String column) {
            return has(column)
                    ? row.optionalDecimal(column)
                            .map(number -> number.longValue())
                            .orElse(null)
                    : null;
        }
    }
}
