package vn.haidang.organization.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;

/** Loads the units. A unit once loaded never vanishes: it ends by a day, since records of other modules speak of it. */
@Component
class UnitImporter implements Importer {

    static final String TABLE = "organization/unit";

    private static final Set<String> TIERS = Set.of("CITY", "DISTRICT", "COMMUNE");
    private static final Set<String> BEGINNINGS = Set.of("founded", "known");

    private record Row(
            UUID id,
            String key,
            String name,
            String nameEn,
            String kind,
            String tier,
            @Nullable UUID parent,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String beginning,
            @Nullable BigDecimal areaKm2,
            @Nullable BigDecimal population,
            String source,
            String confidence) {}

    private record Stood(
            UUID unit,
            UUID parent,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    /** A row that is read, with its places. */
    private record Known(ReferenceRow row, Validity life, List<Placement> places) {}

    @Language("SQL")
    private static final String KNOWN_KEYS = "select key from organization.unit where origin = 'reference'";

    @Language("SQL")
    private static final String STORE = """
            insert into organization.unit
              (id, key, name, name_en, kind, tier, parent, valid, beginning, area_km2, population, source, confidence)
            values
              (:id, :key, :name, :nameEn, :kind, :tier, :parent, daterange(:validFrom, :validTo), :beginning,
               :areaKm2, :population, :source, :confidence)
            on conflict (id) do update
            set key = excluded.key, name = excluded.name, name_en = excluded.name_en, kind = excluded.kind,
                tier = excluded.tier, parent = excluded.parent, valid = excluded.valid, beginning = excluded.beginning,
                area_km2 = excluded.area_km2, population = excluded.population, source = excluded.source,
                confidence = excluded.confidence
            """;

    @Language("SQL")
    private static final String CLEAR_STOOD = "delete from organization.unit_stood where origin = 'reference'";

    @Language("SQL")
    private static final String STORE_STOOD = """
            insert into organization.unit_stood (unit, parent, valid, source, confidence)
            values (:unit, :parent, daterange(:validFrom, :validTo), :source, :confidence)
            """;

    private final TableWriter tables;
    private final DeclaredEnds ends;
    private final DerivedTables derived;

    UnitImporter(TableWriter tables, DeclaredEnds ends, DerivedTables derived) {
        this.tables = tables;
        this.ends = ends;
        this.derived = derived;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "key",
                "name",
                "name_en",
                "kind",
                "tier",
                "parent",
                "valid_from",
                "beginning",
                "valid_to",
                "area_km2",
                "population",
                "source",
                "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        var known = new HashMap<String, Known>();
        for (var row : rows) {
            var life = row.validity();
            if (known.put(row.text("key"), new Known(row, life, Placement.read(row, life))) != null) {
                row.refuse("key", "reference.refused.duplicate", row.text("key"));
            }
        }
        known.values().forEach(unit -> checkPlaces(unit, known));
        refuseVanished(rows, known.keySet());
        tables.write(STORE, known.values().stream().map(UnitImporter::read).toList());
        tables.replace(
                CLEAR_STOOD,
                STORE_STOOD,
                known.values().stream().flatMap(unit -> stood(unit).stream()).toList());
        ends.apply();
        derived.rebuild();
    }

    private static Row read(Known unit) {
        var row = unit.row();
        var key = row.text("key");
        return new Row(
                UnitId.ofKey(key).value(),
                key,
                row.text("name"),
                row.text("name_en"),
                row.oneOf("kind", Kinds.ALL),
                row.oneOf("tier", TIERS),
                unit.places().isEmpty()
                        ? null
                        : UnitId.ofKey(unit.places().getLast().parent()).value(),
                unit.life().from(),
                unit.life().to(),
                row.oneOf("beginning", BEGINNINGS),
                row.optionalDecimal("area_km2").orElse(null),
                row.optionalDecimal("population").orElse(null),
                row.text("source"),
                row.confidence());
    }

    private static List<Stood> stood(Known unit) {
        var places = unit.places();
        return places.subList(0, Math.max(0, places.size() - 1)).stream()
                .map(place -> new Stood(
                        UnitId.ofKey(unit.row().text("key")).value(),
                        UnitId.ofKey(place.parent()).value(),
                        place.from(),
                        place.to(),
                        unit.row().text("source"),
                        unit.row().confidence()))
                .toList();
    }

    private static void checkPlaces(Known unit, Map<String, Known> known) {
        for (var place : unit.places()) {
            var parent = known.get(place.parent());
            if (parent == null) {
                unit.row().refuse("parent", "reference.refused.unknown-key", place.parent());
            } else if (!place.within(parent.life())) {
                unit.row().refuse("parent", "organization.refused.outlives-parent", place.parent());
            }
        }
        if (inCircle(unit, known)) {
            unit.row()
                    .refuse("parent", "organization.refused.circle", unit.row().text("key"));
        }
    }

    private static boolean inCircle(Known unit, Map<String, Known> known) {
        var seen = new HashSet<Known>();
        for (@Nullable Known at = unit; at != null; ) {
            if (!seen.add(at)) {
                return true;
            }
            at = at.places().isEmpty() ? null : known.get(at.places().getLast().parent());
        }
        return false;
    }

    private void refuseVanished(List<ReferenceRow> rows, Set<String> keys) {
        tables.keys(KNOWN_KEYS).stream()
                .filter(key -> !keys.contains(key))
                .limit(1)
                .forEach(key -> {
                    if (!rows.isEmpty()) {
                        rows.getLast().refuse("key", "organization.refused.vanished", key);
                    }
                });
    }
}
