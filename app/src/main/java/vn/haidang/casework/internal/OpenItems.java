package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.Reader;

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

    private final Visibility visibility;
    private final JdbcClient jdbc;

    OpenItems(Visibility visibility, JdbcClient jdbc) {
        this.visibility = visibility;
        this.jdbc = jdbc;
    }

    /** Empty when the case is closed or the machine works on it; refused as unknown when the reader may not see it. */
    public List<OpenItem> of(CaseId id, Reader reader) {
        Visible visible = visibility.to(reader);
        List<OpenItem> rows = jdbc.sql("""
                        select c.id as case_id, c.version, w.id, w.step, w.unit, w.role, w.state, w.due_at,
                          w.claimed_by is not null as claimed
                        from casework.case_file c
                          left join casework.work_item w on w.case_file = c.id and w.done_at is null
                        where c.id = :id and\s""" + visible.sql())
                .params(visible.with(Map.of("id", id.value())))
                .query((row, number) -> {
                    UUID item = row.getObject("id", UUID.class);
                    return new OpenItem(
                            item == null ? id.value() : item,
                            id.value(),
                            row.getLong("version"),
                            item == null ? "" : row.getString("step"),
                            item == null ? id.value() : Columns.uuid(row, "unit"),
                            item == null ? "" : row.getString("role"),
                            item == null ? "" : row.getString("state"),
                            row.getBoolean("claimed"),
                            Columns.optionalInstant(row, "due_at"));
                })
                .list();
        if (rows.isEmpty()) {
            throw CaseworkProblems.noSuchCase();
        }
        return rows.stream().filter(row -> !row.step().isEmpty()).toList();
    }
}
