package vn.haidang.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads which unit followed which. What went whole to one unit cannot also have gone to another. */
@Component
class SuccessionImporter implements Importer {

    static final String UNESTABLISHED = "unestablished";

    private static final Set<String> EXTENTS = Set.of("whole", "part", "unknown");
    private static final Set<String> DIVISIBLE = Set.of("part", "unknown");
    private static final Set<String> KINDS =
            Set.of("renamed", "converted", "merged", "split", "moved", "abolished", UNESTABLISHED);

    private record Row(
            UUID fromUnit,
            @Nullable UUID toUnit,
            LocalDate onDay,
            String kind,
            @Nullable String extent,
            @Nullable String document,
            String source,
            String confidence) {}

    @Language("SQL")
    private static final String CLEAR = "delete from organization.succession where origin = 'reference'";

    /** A step that was declared here stands for the one in the file. */
    @Language("SQL")
    private static final String STORE = """
            insert into organization.succession (from_unit, to_unit, on_day, kind, extent, document, source, confidence)
            values (:fromUnit, :toUnit, :onDay, :kind, :extent, :document, :source, :confidence)
            on conflict (from_unit, to_unit, on_day) do nothing
            """;

    private final TableWriter tables;
    private final KnownUnits units;
    private final DeclaredEnds ends;
    private final DerivedTables derived;

    SuccessionImporter(TableWriter tables, KnownUnits units, DeclaredEnds ends, DerivedTables derived) {
        this.tables = tables;
        this.units = units;
        this.ends = ends;
        this.derived = derived;
    }

    @Override
    public String table() {
        return "organization/succession";
    }

    @Override
    public List<String> columns() {
        return List.of("from", "to", "on", "kind", "extent", "document", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of(UnitImporter.TABLE, DocumentImporter.TABLE);
    }

    @Override
    public boolean namesUnits() {
        return true;
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        var lives = units.lives();
        var documents = tables.keys(DocumentImporter.KEYS);
        var steps = new ArrayList<Row>();
        var extents = new HashMap<UUID, String>();
        var said = new HashSet<List<Object>>();
        for (var row : rows) {
            var step = read(row, lives, documents);
            checkShare(row, step, extents);
            if (!said.add(List.of(step.fromUnit(), String.valueOf(step.toUnit())))) {
                row.refuse("to", "reference.refused.duplicate", row.text("from"));
            }
            steps.add(step);
        }
        tables.replace(CLEAR, STORE, steps);
        ends.apply();
        derived.rebuild();
    }

    private static Row read(ReferenceRow row, KnownUnits.Lives lives, Set<String> documents) {
        var from = lives.require(row, "from");
        var on = row.date("on");
        if (!on.equals(from.to())) {
            row.refuse("on", "organization.refused.not-its-end", from.key());
        }
        var to = row.optionalText("to").isPresent() ? lives.require(row, "to") : null;
        if (to != null && !to.on(on)) {
            row.refuse("to", "organization.refused.successor-not-living", to.key());
        }
        if (to == null && row.optionalText("extent").isPresent()) {
            row.refuse("extent", "organization.refused.extent-without-successor");
        }
        return new Row(
                from.id(),
                to == null ? null : to.id(),
                on,
                row.oneOf("kind", KINDS),
                to == null ? null : row.oneOf("extent", EXTENTS),
                row.optionalText("document").isPresent() ? row.keyOf("document", documents) : null,
                row.text("source"),
                row.confidence());
    }

    private static void checkShare(ReferenceRow row, Row step, Map<UUID, String> extents) {
        var extent = step.extent() == null ? "none" : step.extent();
        var before = extents.put(step.fromUnit(), extent);
        if (before != null && !(DIVISIBLE.contains(before) && DIVISIBLE.contains(extent))) {
            row.refuse("extent", "organization.refused.whole-and-more", row.text("from"));
        }
    }
}
