package vn.haidang.organization.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads the units. A unit once loaded never vanishes: it ends by a day, since records of other modules speak of it. */
@Component
class UnitImporter implements Importer {

    static final String TABLE = "organization/unit";

    private static final Set<String> TIERS = Set.of("CITY", "DISTRICT", "COMMUNE");
    private static final Set<String> KINDS = Set.of(
            "city",
            "province",
            "city-district",
            "rural-district",
            "district-city",
            "district-town",
            "ward",
            "commune",
            "township",
            "special-zone",
            "department",
            "agency",
            "centre",
            "vertical");

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
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal areaKm2,
            @Nullable BigDecimal population,
            String source,
            String confidence) {

        boolean within(Row parent) {
            return !validFrom.isBefore(parent.validFrom)
                    && (parent.validTo == null || (validTo != null && !validTo.isAfter(parent.validTo)));
        }
    }

    @Language("SQL")
    private static final String KNOWN_KEYS = "select key from organization.unit";

    @Language("SQL")
    private static final String STORE = """
            insert into organization.unit
              (id, key, name, name_en, kind, tier, valid, latitude, longitude, area_km2, population, source, confidence)
            values
              (:id, :key, :name, :nameEn, :kind, :tier, daterange(:validFrom, :validTo), :latitude, :longitude,
               :areaKm2, :population, :source, :confidence)
            on conflict (id) do update
            set key = excluded.key, name = excluded.name, name_en = excluded.name_en, kind = excluded.kind,
                tier = excluded.tier, valid = excluded.valid, latitude = excluded.latitude,
                longitude = excluded.longitude, area_km2 = excluded.area_km2, population = excluded.population,
                source = excluded.source, confidence = excluded.confidence
            """;

    @Language("SQL")
    private static final String CLEAR_PARENTS = "delete from organization.unit_parent";

    @Language("SQL")
    private static final String STORE_PARENT = """
            insert into organization.unit_parent (unit, parent, valid)
            values (:id, :parent, daterange(:validFrom, :validTo))
            """;

    private final TableWriter tables;
    private final DerivedTables derived;

    UnitImporter(TableWriter tables, DerivedTables derived) {
        this.tables = tables;
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
                "valid_to",
                "latitude",
                "longitude",
                "area_km2",
                "population",
                "source",
                "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        var units = new HashMap<String, Row>();
        for (var row : rows) {
            var unit = read(row);
            if (units.put(unit.key(), unit) != null) {
                row.refuse("key", "reference.refused.duplicate", unit.key());
            }
        }
        rows.forEach(row -> checkPlace(row, units));
        refuseVanished(rows, units.keySet());
        store(units);
        derived.rebuild();
    }

    private void store(Map<String, Row> units) {
        tables.write(STORE, units.values());
        tables.replace(
                CLEAR_PARENTS,
                STORE_PARENT,
                units.values().stream().filter(unit -> unit.parent() != null).toList());
    }

    private static Row read(ReferenceRow row) {
        var validity = row.validity();
        var key = row.text("key");
        return new Row(
                UnitId.ofKey(key).value(),
                key,
                row.text("name"),
                row.text("name_en"),
                row.oneOf("kind", KINDS),
                row.oneOf("tier", TIERS),
                row.optionalText("parent")
                        .map(parent -> UnitId.ofKey(parent).value())
                        .orElse(null),
                validity.from(),
                validity.to(),
                row.optionalDecimal("latitude").orElse(null),
                row.optionalDecimal("longitude").orElse(null),
                row.optionalDecimal("area_km2").orElse(null),
                row.optionalDecimal("population").orElse(null),
                row.text("source"),
                row.confidence());
    }

    private static void checkPlace(ReferenceRow row, Map<String, Row> units) {
        var parentKey = row.optionalText("parent");
        if (parentKey.isEmpty()) {
            return;
        }
        var parent = units.get(parentKey.get());
        var unit = units.get(row.text("key"));
        if (parent == null || unit == null) {
            row.refuse("parent", "reference.refused.unknown-key", parentKey.get());
        } else if (!unit.within(parent)) {
            row.refuse("parent", "organization.refused.outlives-parent", parentKey.get());
        } else if (inCircle(unit, units)) {
            row.refuse("parent", "organization.refused.circle", unit.key());
        }
    }

    private static boolean inCircle(Row unit, Map<String, Row> units) {
        var byId = new HashMap<UUID, Row>();
        units.values().forEach(row -> byId.put(row.id(), row));
        var seen = new HashSet<UUID>();
        for (var at = Optional.of(unit);
                at.isPresent();
                at = at.map(Row::parent).map(byId::get)) {
            if (!seen.add(at.get().id())) {
                return true;
            }
        }
        return false;
    }

    private void refuseVanished(List<ReferenceRow> rows, Set<String> keys) {
        tables.keys(KNOWN_KEYS).stream()
                .filter(known -> !keys.contains(known))
                .limit(1)
                .forEach(known -> {
                    if (!rows.isEmpty()) {
                        rows.getLast().refuse("key", "organization.refused.vanished", known);
                    }
                });
    }
}
