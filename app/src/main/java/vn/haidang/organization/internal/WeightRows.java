package vn.haidang.organization.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Weighting;
import vn.haidang.reference.TableWriter;

/** How units that went in parts are divided. */
@Component
public class WeightRows {

    /** One declared share. */
    public record Weight(UnitId to, BigDecimal share, String basis, String source, LocalDate declaredOn) {}

    private record Row(
            UUID fromUnit, UUID toUnit, BigDecimal share, String basis, String source, LocalDate declaredOn) {}

    @Language("SQL")
    private static final String CLEAR = "delete from organization.weight where from_unit = :unit";

    @Language("SQL")
    private static final String STORE = """
            insert into organization.weight (from_unit, to_unit, share, basis, source, declared_on)
            values (:fromUnit, :toUnit, :share, :basis, :source, :declaredOn)
            """;

    @Language("SQL")
    private static final String OF = """
            select w.to_unit, w.share, w.basis, w.source, w.declared_on
            from organization.weight w
            where w.from_unit = :unit
            order by w.share desc, w.to_unit
            """;

    @Language("SQL")
    private static final String WANTING = """
            select s.from_unit
            from organization.succession s
            left join organization.weight w on w.from_unit = s.from_unit and w.to_unit = s.to_unit
            where s.extent = 'part' and w.share is null
            group by s.from_unit
            """;

    private final JdbcClient jdbc;
    private final TableWriter tables;
    private final DerivedTables derived;

    WeightRows(JdbcClient jdbc, TableWriter tables, DerivedTables derived) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.derived = derived;
    }

    /** Largest first; empty where none is declared. */
    public List<Weight> of(UnitId unit) {
        return jdbc.sql(OF)
                .param("unit", unit.value())
                .query((row, number) -> new Weight(
                        new UnitId(row.getObject("to_unit", UUID.class)),
                        row.getBigDecimal("share").stripTrailingZeros(),
                        row.getString("basis"),
                        row.getString("source"),
                        row.getObject("declared_on", LocalDate.class)))
                .list();
    }

    /** All of them in one text, for the journal. */
    public String told(UnitId unit) {
        return of(unit).stream()
                .map(weight -> weight.to().value() + " " + weight.share().toPlainString() + ' ' + weight.basis() + ' '
                        + weight.source())
                .collect(Collectors.joining("; "));
    }

    /** Units that went in parts and have no weights. */
    public List<UnitId> wanting() {
        return jdbc.sql(WANTING)
                .query((row, number) -> new UnitId(row.getObject("from_unit", UUID.class)))
                .list();
    }

    public void store(Weighting weighting, LocalDate today) {
        jdbc.sql(CLEAR).param("unit", weighting.from().value()).update();
        var shares = new TreeMap<UUID, BigDecimal>();
        weighting.shares().forEach((unit, share) -> shares.put(unit.value(), share));
        tables.write(
                STORE,
                shares.entrySet().stream()
                        .map(share -> new Row(
                                weighting.from().value(),
                                share.getKey(),
                                share.getValue(),
                                weighting.basis(),
                                weighting.source(),
                                today))
                        .toList());
        derived.rebuild();
    }
}
