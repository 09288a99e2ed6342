package vn.haidang.worktime.internal;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.function.IntUnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.haidang.journal.Actor;

/** Gives every change of the calendar its version; what changes nothing makes none. */
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

    /** Runs a change that is told the version it makes and answers how many rows it touched; answers whether any. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean change(String what, Actor by, IntUnaryOperator change) {
        waitForOthers();
        int version = next();
        if (change.applyAsInt(version) == 0) {
            return false;
        }
        record(version, what, by);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                calendars.forget();
            }
        });
        return true;
    }

    /** Nobody else changes the calendar until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitForOthers() {
        jdbc.sql("lock table worktime.calendar_version in share row exclusive mode")
                .update();
    }

    private int next() {
        return jdbc.sql("""
                        select coalesce(max(version), 0) + 1
                        from worktime.calendar_version
                        """).query(Integer.class).single();
    }

    private void record(int version, String what, Actor by) {
        jdbc.sql("""
                        insert into worktime.calendar_version (version, recorded_at, changed, changed_by)
                        values (:version, :recordedAt, :changed, :by)
                        """)
                .param("version", version)
                .param("recordedAt", OffsetDateTime.now(clock))
                .param("changed", what)
                .param("by", by.id(), Types.OTHER)
                .update();
    }
}
