package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.identity.Reader;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Pause;

/** What is told about a case: how it stands, what happened, when it is due and why. */
@Component
public class CaseReads {

    private final CaseRows rows;
    private final ItemRows items;
    private final PauseRows pauses;
    private final Clocks clocks;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseReads(CaseRows rows, ItemRows items, PauseRows pauses, Clocks clocks, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.items = items;
        this.pauses = pauses;
        this.clocks = clocks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public CaseSummary get(CaseId id, Reader reader) {
        return rows.find(id, reader).orElseThrow(CaseworkProblems::noSuchCase).summary();
    }

    public Optional<CaseSummary> of(String subjectType, UUID subjectId) {
        return rows.of(subjectType, subjectId).map(Standing::summary);
    }

    public List<Cases.Event> history(CaseId id) {
        return jdbc.sql("""
                        select case_version, at, verb, actor_name, behalf_name, step, outcome, reason, tells_applicant
                        from casework.event
                        where case_file = :case
                        order by case_version, at, id
                        """)
                .param("case", id.value())
                .query((row, number) -> new Cases.Event(
                        row.getLong("case_version"),
                        Columns.instant(row, "at"),
                        row.getString("verb"),
                        row.getString("actor_name"),
                        row.getString("behalf_name"),
                        row.getString("step"),
                        row.getString("outcome"),
                        row.getString("reason"),
                        row.getBoolean("tells_applicant")))
                .list();
    }

    public Deadline deadline(CaseId id) {
        return deadline(rows.find(id).orElseThrow(CaseworkProblems::noSuchCase), pauses.of(id));
    }

    public Deadline firstPromise(CaseId id) {
        return jdbc.sql("select first_promise from casework.case_file where id = :case")
                .param("case", id.value())
                .query(String.class)
                .optional()
                .map(clocks::read)
                .orElseThrow(CaseworkProblems::noSuchCase);
    }

    List<Pause> pauses(CaseId id) {
        return pauses.of(id);
    }

    /** The consults' items and the tasks; a case that never had any is not asked for them. */
    List<WorkItem> beside(Standing standing) {
        return standing.ties().accompanied() ? items.beside(standing.summary().id()) : List.of();
    }

    Deadline deadline(Standing standing, List<Pause> stood) {
        CaseSummary summary = standing.summary();
        Instant closedAt = summary.closedAt();
        return clocks.replay(
                standing.terms(),
                summary.filedAt(),
                stood,
                closedAt == null ? Days.now(clock) : closedAt,
                standing.calendarVersion());
    }
}
