package vn.haidang.organization.internal.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Unit;
import vn.haidang.organization.internal.UnitTree;
import vn.haidang.organization.internal.UnitTrees;
import vn.haidang.organization.internal.intake.ListedUnitRows.Row;
import vn.haidang.reference.IntakeReport;
import vn.haidang.reference.PublishedFile;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Intake;

/**
 * A list of units on a day, which stands in the name of the file: three tiers side by side, or one tier with the code of the unit
 * above. Kept as it is; where it names a unit of this city otherwise than it is known here, it says so.
 */
@Component
class UnitListIntake implements Intake {

    private static final int AT_ONCE = 500;
    private static final String CODES = "gso";
    private static final String[] THREE_TIERS = {
        "province_code",
        "province",
        "district_code",
        "district",
        "district_type",
        "commune_code",
        "commune",
        "commune_type"
    };

    private final ListedUnitRows rows;
    private final UnitTrees trees;

    UnitListIntake(ListedUnitRows rows, UnitTrees trees) {
        this.rows = rows;
        this.trees = trees;
    }

    @Override
    public String kind() {
        return "organization/unit-list";
    }

    @Override
    public boolean takes(PublishedFile file) {
        return file.has(THREE_TIERS)
                || (file.has("code") && beginning(file, "full_name") != null && beginning(file, "type") != null);
    }

    @Override
    public void take(PublishedFile file, IntakeReport report) {
        var day = file.day();
        var resolution =
                Optional.of(file).filter(list -> list.has("resolution_date")).filter(list -> day.isEmpty());
        if (day.isEmpty() && resolution.isEmpty()) {
            report.refuse(0, file.name(), "organization.intake.no-day");
            return;
        }
        new Reading(file, day.orElseGet(() -> trees.current().epochs().getLast()), report).run();
    }

    private static @Nullable String beginning(PublishedFile file, String word) {
        return file.columns().stream()
                .filter(column -> column.startsWith(word))
                .findFirst()
                .orElse(null);
    }

    private final class Reading {

        private final PublishedFile file;
        private final LocalDate day;
        private final IntakeReport report;
        private final UnitTree tree = trees.fresh();
        private final Set<String> seen = new HashSet<>();
        private final Map<String, Boolean> ours = new HashMap<>();
        private final List<Row> waiting = new ArrayList<>();

        Reading(PublishedFile file, LocalDate day, IntakeReport report) {
            this.file = file;
            this.day = day;
            this.report = report;
        }

        void run() {
            var table = file.table();
            if (file.has(THREE_TIERS)) {
                table.rows(this::threeTiers);
            } else {
                var name = String.valueOf(beginning(file, "full_name"));
                var type = String.valueOf(beginning(file, "type"));
                var parent = file.has("province_code");
                table.rows(row -> {
                    report.read();
                    var above = parent ? row.optionalText("province_code").orElse(null) : null;
                    add(row, new Row(row.text("code"), row.text(name), row.text(type), above), true, above);
                });
            }
            store();
            report.refuse(table.refusals());
        }

        private void threeTiers(ReferenceRow row) {
            report.read();
            var province = row.text("province_code");
            var district = row.text("district_code");
            add(row, new Row(province, row.text("province"), "", null), false, province);
            add(
                    row,
                    new Row(district, row.text("district"), row.text("district_type"), province),
                    row.optionalText("commune_code").isEmpty(),
                    province);
            if (row.optionalText("commune_code").isPresent()) {
                var commune =
                        new Row(row.text("commune_code"), row.text("commune"), row.text("commune_type"), district);
                add(row, commune, true, province);
            }
        }

        /** Each unit once; one that the row is about and was there before is left out. */
        private void add(ReferenceRow row, Row unit, boolean about, @Nullable String province) {
            if (!seen.add(unit.code())) {
                if (about) {
                    report.leftOut(row.line(), unit.code(), "reference.refused.duplicate", unit.code());
                }
                return;
            }
            compare(row, unit, province);
            waiting.add(unit);
            report.taken(about ? 1 : 0);
            if (waiting.size() == AT_ONCE) {
                store();
            }
        }

        private void compare(ReferenceRow row, Row unit, @Nullable String province) {
            var known = tree.byCode(CODES, unit.code(), day);
            if (known.isPresent()) {
                var name = named(known.get());
                if (!SameName.of(unit.name(), name)) {
                    report.doubtful(
                            row.line(), unit.code(), "organization.intake.other-name", unit.name(), name.name());
                }
            } else if (province != null && ours.computeIfAbsent(province, this::haveUnitsOf)) {
                report.doubtful(row.line(), unit.code(), "organization.intake.unknown-here", unit.name());
            }
        }

        private boolean haveUnitsOf(String province) {
            return tree.byCode(CODES, province, day)
                    .filter(unit -> !tree.children(unit.id(), day).isEmpty())
                    .isPresent();
        }

        private Unit named(Unit unit) {
            return tree.names(unit.id()).stream()
                    .filter(name -> name.on(day))
                    .findFirst()
                    .map(name -> new Unit(
                            unit.id(),
                            unit.key(),
                            name.name(),
                            name.nameEn(),
                            name.kind(),
                            unit.tier(),
                            unit.parent(),
                            unit.validFrom(),
                            unit.validTo()))
                    .orElse(unit);
        }

        private void store() {
            if (!waiting.isEmpty()) {
                report.changed(rows.store(day, waiting));
                waiting.clear();
            }
        }
    }
}
