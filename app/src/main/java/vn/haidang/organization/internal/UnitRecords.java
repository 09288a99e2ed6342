package vn.haidang.organization.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;

/** Reads what is shown of one unit. */
@Component
public class UnitRecords {

    @Language("SQL")
    private static final String RECORD =
            "select u.area_km2, u.population, u.beginning, u.source, u.confidence from organization.unit u where u.id = :unit";

    @Language("SQL")
    private static final String DENSITIES = """
            select u.id, round(u.population / u.area_km2) as density
            from organization.unit u
            where u.id = any (:units) and u.population is not null and u.area_km2 is not null
            """;

    private final JdbcClient jdbc;
    private final UnitTrees trees;

    UnitRecords(JdbcClient jdbc, UnitTrees trees) {
        this.jdbc = jdbc;
        this.trees = trees;
    }

    public Optional<UnitRecord> find(UnitId unit) {
        return jdbc.sql(RECORD)
                .param("unit", unit.value())
                .query((row, number) -> new UnitRecord(
                        row.getBigDecimal("area_km2"),
                        row.getObject("population", Long.class),
                        row.getString("beginning").equals("known"),
                        row.getString("source"),
                        row.getString("confidence")))
                .optional();
    }

    /** People per square kilometre of those units of which both are known. */
    public Map<UnitId, Long> densities(Collection<UnitId> units) {
        var densities = new HashMap<UnitId, Long>();
        jdbc.sql(DENSITIES)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(row -> {
                    densities.put(new UnitId(row.getObject("id", UUID.class)), row.getLong("density"));
                });
        return Map.copyOf(densities);
    }

    /** All codes the unit ever had. */
    public List<UnitTree.Code> codes(UnitId unit) {
        return trees.current().codes(unit);
    }
}
