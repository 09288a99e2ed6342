package vn.haidang.casework.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;

/** How many open cases units are competent for. */
@Component
public class CasesOfUnits {

    /** @param paused how many of them have a clock that stands still */
    public record Count(UnitId unit, long cases, long paused) {}

    @Language("SQL")
    private static final String OPEN = """
            select c.competent_unit, count(*) as cases, count(*) filter (where c.status <> 'OPEN') as paused
            from casework.case_file c
            where c.competent_unit = any (:units) and c.closed_at is null
            group by c.competent_unit
            """;

    private final JdbcClient jdbc;

    CasesOfUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Count> open(Collection<UnitId> units) {
        return jdbc.sql(OPEN)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, number) -> new Count(
                        new UnitId(Columns.uuid(row, "competent_unit")), row.getLong("cases"), row.getLong("paused")))
                .list();
    }
}
