package vn.haidang.organization.internal.intake;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Extent;
import vn.haidang.organization.Unit;
import vn.haidang.organization.internal.UnitTree;
import vn.haidang.organization.internal.UnitTrees;
import vn.haidang.reference.IntakeReport;
import vn.haidang.reference.PublishedFile;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Intake;

/**
 * A table of which commune went into which, compared with the succession known here; the day is the one on which most of its ways
 * are known; codes alone would not tell, since they are recycled. A way that differs is told and not stored: what followed a unit is declared by its paper.
 */
@Component
class UnitMappingIntake implements Intake {

    private static final String CODES = "gso";
    private static final String[] COLUMNS = {"old_commune_code", "new_commune_code", "share"};

    private final UnitTrees trees;

    UnitMappingIntake(UnitTrees trees) {
        this.trees = trees;
    }

    @Override
    public String kind() {
        return "organization/unit-mapping";
    }

    @Override
    public boolean takes(PublishedFile file) {
        return file.has(COLUMNS);
    }

    @Override
    public void take(PublishedFile file, IntakeReport report) {
        var tree = trees.fresh();
        var day = day(file, tree);
        if (day.isEmpty()) {
            report.refuse(0, file.name(), "organization.intake.no-way");
            return;
        }
        var table = file.table();
        table.rows(row -> {
            report.read();
            compare(row, tree, day.get(), report);
        });
        report.refuse(table.refusals());
    }

    private static Optional<LocalDate> day(PublishedFile file, UnitTree tree) {
        Map<LocalDate, Integer> known = new TreeMap<>();
        file.table()
                .rows(row -> tree.epochs().forEach(day -> {
                    if (stepped(row, tree, day)) {
                        known.merge(day, 1, Integer::sum);
                    }
                }));
        return known.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static void compare(ReferenceRow row, UnitTree tree, LocalDate day, IntakeReport report) {
        var code = row.optionalText("old_commune_code").orElse("");
        var from = from(row, tree, day);
        var to = to(row, tree, day);
        if (from.isEmpty() || to.isEmpty()) {
            report.leftOut(row.line(), code, "organization.intake.unknown-way", day);
        } else if (from.get().id().equals(to.get().id()) || stepped(row, tree, day)) {
            report.taken(1);
        } else {
            report.leftOut(
                    row.line(),
                    code,
                    "organization.intake.other-way",
                    from.get().name(),
                    to.get().name());
        }
    }

    /** Whether such a step is known here. */
    private static boolean stepped(ReferenceRow row, UnitTree tree, LocalDate day) {
        var extent = row.optionalText("share").filter("whole"::equals).isPresent() ? Extent.WHOLE : Extent.PART;
        var to = to(row, tree, day).map(Unit::id);
        return to.isPresent()
                && from(row, tree, day)
                        .filter(unit -> tree.successors(unit.id()).stream()
                                .anyMatch(step -> to.get().equals(step.to()) && step.extent() == extent))
                        .isPresent();
    }

    private static Optional<Unit> from(ReferenceRow row, UnitTree tree, LocalDate day) {
        return row.optionalText("old_commune_code").flatMap(code -> tree.byCode(CODES, code, day.minusDays(1)));
    }

    private static Optional<Unit> to(ReferenceRow row, UnitTree tree, LocalDate day) {
        return row.optionalText("new_commune_code").flatMap(code -> tree.byCode(CODES, code, day));
    }
}
