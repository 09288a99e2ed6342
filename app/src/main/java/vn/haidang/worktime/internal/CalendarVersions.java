package vn.haidang.worktime.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Gives every change of the calendar its version; a load that changes nothing makes none. */
@Component
class CalendarVersions {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final StoredCalendars calendars;

    CalendarVersions(JdbcClient jdbc, JsonMapper json, Clock clock, StoredCalendars calendars) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.calendars = calendars;
    }

    /**
     * Makes a table say what these rows say.
     *
     * @param retire ends, before {@code :version}, what is not among the rows, which are {@code :data}
     * @param add adds what is not known yet, from {@code :version} on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(
            String table, List<? extends Record> rows, @Language("SQL") String retire, @Language("SQL") String add) {
        waitForOthers();
        int version = next();
        String data = json.writeValueAsString(rows);
        if (run(retire, version, data) + run(add, version, data) == 0) {
            return;
        }
        record(version, table);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                calendars.forget();
            }
        });
    }

    private int run(@Language("SQL") String sql, int version, String data) {
        return jdbc.sql(sql).param("version", version).param("data", data).update();
    }

    private void waitForOthers() {
        jdbc.sql("lock table worktime.calendar_version in share row exclusive mode")
                .update();
    }

    private int next() {
        return jdbc.sql("""
                        select coalesce(max(version), 0) + 1
                        from worktime.calendar_version
                        """).query(Integer.class).single();
    }

    private void record(int version, String table) {
        jdbc.sql("""
                        insert into worktime.calendar_version (version, recorded_at, changed)
                        values (:version, :recordedAt, :changed)
                        """)
                .param("version", version)
                .param("recordedAt", OffsetDateTime.now(clock))
                .param("changed", table)
                .update();
    }
}
