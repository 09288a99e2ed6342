package vn.haidang.organization.internal;

import java.util.List;
import java.util.Optional;
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

    /** All codes the unit ever had. */
    public List<UnitTree.Code> codes(UnitId unit) {
        return trees.current().codes(unit);
    }
}
