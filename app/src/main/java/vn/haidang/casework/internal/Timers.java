package vn.haidang.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;

/** What will happen by the clock alone, as rows: they survive whatever the program does not. */
@Component
class Timers {

    /** What it is about. */
    enum Kind {
        /** Answers of a consult that did not come. */
        CONSULT,
        /** A step that nobody did. */
        VISIT
    }

    /** One of them. */
    record Timer(
            UUID id,
            Instant dueAt,
            Kind kind,
            CaseId caseId,
            @Nullable UUID visit,
            @Nullable UUID consult) {}

    private final JdbcClient jdbc;

    Timers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ofVisit(CaseId id, UUID visit, Instant dueAt, Instant now) {
        insert(Kind.VISIT, id, visit, null, dueAt, now);
    }

    void ofConsult(CaseId id, UUID consult, Instant dueAt, Instant now) {
        insert(Kind.CONSULT, id, null, consult, dueAt, now);
    }

    /** Holds the one that is due longest and that no other node has in hand. */
    Optional<Timer> due(Instant now) {
        return jdbc.sql("""
                        select id, due_at, kind, case_file, visit, consult
                        from casework.timer
                        where due_at <= :now
                        order by due_at
                        limit 1
                        for update skip locked
                        """)
                .param("now", Columns.at(now))
                .query((row, number) -> timer(row))
                .optional();
    }

    void drop(UUID id) {
        jdbc.sql("delete from casework.timer where id = :id").param("id", id).update();
    }

    /** Of a case held by the caller. One that a node has in hand waits for the case, and is dropped there. */
    void dropOfVisit(CaseId id, UUID visit) {
        jdbc.sql("""
                        delete from casework.timer
                        where id in (
                          select t.id from casework.timer t
                          where t.case_file = :case and t.visit = :visit
                          for update skip locked)
                        """).param("case", id.value()).param("visit", visit).update();
    }

    void putOff(UUID id, Instant until) {
        jdbc.sql("update casework.timer set due_at = :until where id = :id")
                .param("until", Columns.at(until))
                .param("id", id)
                .update();
    }

    private void insert(
            Kind kind, CaseId id, @Nullable UUID visit, @Nullable UUID consult, Instant dueAt, Instant now) {
        jdbc.sql("""
                        insert into casework.timer (id, due_at, kind, case_file, visit, consult)
                        values (:id, :due, :kind, :case, :visit, :consult)
                        """)
                .param("id", ItemWrites.nextId(now))
                .param("due", Columns.at(dueAt))
                .param("kind", kind.name())
                .param("case", id.value())
                .param("visit", visit)
                .param("consult", consult)
                .update();
    }

    private static Timer timer(ResultSet row) throws SQLException {
        return new Timer(
                Columns.uuid(row, "id"),
                Columns.instant(row, "due_at"),
                Kind.valueOf(row.getString("kind")),
                new CaseId(Columns.uuid(row, "case_file")),
                row.getObject("visit", UUID.class),
                row.getObject("consult", UUID.class));
    }
}
