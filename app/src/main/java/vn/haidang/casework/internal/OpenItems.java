package vn.haidang.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;

/** What has to be done in one case now; names nobody, so reading it is not a read of personal data. */
@Component
public class OpenItems {

    /** One work item, with the version of the case that an act on it should name. */
    public record OpenItem(
            UUID id,
            UUID caseId,
            long caseVersion,
            String step,
            UUID unit,
            String role,
            String state,
            boolean claimed,
            @Nullable Instant dueAt) {}

    private record Line(
            @Nullable PartyId applicant,
            UnitId competent,
            UnitId receiving,
            boolean accompanied,
            boolean barred,
            @Nullable OpenItem item) {}

    private final Visibility visibility;
    private final CaseRows cases;
    private final JdbcClient jdbc;

    OpenItems(Visibility visibility, CaseRows cases, JdbcClient jdbc) {
        this.visibility = visibility;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /** Empty when the case is closed or the machine works on it; refused as unknown when the reader may not see it. */
    public List<OpenItem> of(CaseId id, Reader reader) {
        List<Line> lines = jdbc.sql("""
                        select c.version, c.applicant, c.competent_unit, c.receiving_unit, c.accompanied, c.barred,
                          w.id, w.step, w.unit, w.role, w.state, w.due_at, w.claimed_by is not null as claimed
                        from casework.case_file c
                          left join casework.work_item w on w.case_file = c.id and w.done_at is null
                        where c.id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> line(id, row))
                .list();
        if (lines.isEmpty() || !sees(reader, id, lines.getFirst())) {
            throw CaseworkProblems.noSuchCase();
        }
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(line.item()).stream())
                .toList();
    }

    private boolean sees(Reader reader, CaseId id, Line line) {
        return (!line.barred() && visibility.to(reader).shows(line.applicant(), line.competent(), line.receiving()))
                || ((line.accompanied() || line.barred())
                        && cases.find(id, reader).isPresent());
    }

    private static Line line(CaseId id, ResultSet row) throws SQLException {
        return new Line(
                Columns.optionalParty(row, "applicant"),
                new UnitId(Columns.uuid(row, "competent_unit")),
                new UnitId(Columns.uuid(row, "receiving_unit")),
                row.getBoolean("accompanied"),
                row.getBoolean("barred"),
                item(id, row));
    }

    private static @Nullable OpenItem item(CaseId id, ResultSet row) throws SQLException {
        UUID item = row.getObject("id", UUID.class);
        return item == null
                ? null
                : new OpenItem(
                        item,
                        id.value(),
                        row.getLong("version"),
                        row.getString("step"),
                        Columns.uuid(row, "unit"),
                        row.getString("role"),
                        row.getString("state"),
                        row.getBoolean("claimed"),
                        Columns.optionalInstant(row, "due_at"));
    }
}
