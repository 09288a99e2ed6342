package vn.haidang.worktime.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.function.IntUnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives every change of the calendar its version; a load that changes nothing makes none. */
@Component
class CalendarVersions {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final StoredCalendars calendars;

    CalendarVersions(JdbcClient jdbc, Clock clock, StoredCalendars calendars) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.calendars = calendars;
    }

    /** Runs a change that is told the version it makes and answers how many rows it touched. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(String table, IntUnaryOperator change) {
        waitForOthers();
        int version = next();
        if (change.applyAsInt(version) == 0) {
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
