package vn.haidang.identity.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/**
 * Lets go of what has passed its term: attempts after a day, sessions after their end, the names and second factors of accounts two
 * years after these were closed. Each run that let go of something is an act that says how much.
 */
@Component
class Forgetting {

    private static final int YEARS = 2;
    private static final List<String> WITH_THE_ACCOUNT = List.of("""
            delete from identity.provider_account p
            using identity.account a
            where a.id = p.account and a.closed_at < :before
            """, """
            delete from identity.authenticator f
            using identity.account a
            where a.id = f.account and a.closed_at < :before
            """, """
            delete from identity.recovery_code f
            using identity.account a
            where a.id = f.account and a.closed_at < :before
            """, """
            delete from identity.passkey f
            using identity.account a
            where a.id = f.account and a.closed_at < :before
            """);

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 20);

    private final Rates rates;
    private final SessionRows sessions;
    private final JdbcClient database;
    private final Journal journal;
    private final Clock clock;

    Forgetting(Rates rates, SessionRows sessions, JdbcClient database, Journal journal, Clock clock) {
        this.rates = rates;
        this.sessions = sessions;
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public void attempts() {
        record("identity/attempts-deleted", "attempts", rates.forgetOld());
    }

    @Transactional
    public void sessions() {
        record("identity/sessions-deleted", "sessions", sessions.deleteEnded());
    }

    /** The account stays, for old acts name it; who it was is no longer known here nor provable by the journal. */
    @Transactional
    public void names() {
        var before = LocalDate.now(clock)
                .minusYears(YEARS)
                .atStartOfDay(clock.getZone())
                .toInstant()
                .atOffset(ZoneOffset.UTC);
        WITH_THE_ACCOUNT.forEach(
                deletion -> database.sql(deletion).param("before", before).update());
        List<UUID> erased = database.sql("""
                        update identity.account
                        set display_name = '', username = id::text, email = null, password_hash = null, person = null
                        where closed_at < :before and display_name <> ''
                        returning id
                        """)
                .param("before", before)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        erased.forEach(account -> journal.forget(new Subject("identity/account", account)));
        record("identity/names-erased", "accounts", erased.size());
    }

    private void record(String verb, String what, int count) {
        if (count > 0) {
            journal.act(Act.of(verb, Actor.SYSTEM).changed(what, null, count).because("identity/retention"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        RecurringTask<Void> forgetAttemptsTask(Forgetting forgetting) {
            return Tasks.recurring("identity-forget-attempts", Schedules.fixedDelay(Duration.ofHours(1)))
                    .execute((instance, context) -> forgetting.attempts());
        }

        @Bean
        RecurringTask<Void> deleteEndedSessionsTask(Forgetting forgetting) {
            return Tasks.recurring("identity-delete-ended-sessions", Schedules.fixedDelay(Duration.ofMinutes(10)))
                    .execute((instance, context) -> forgetting.sessions());
        }

        @Bean
        RecurringTask<Void> eraseNamesTask(Forgetting forgetting, Clock clock) {
            return Tasks.recurring("identity-erase-names", Schedules.daily(clock.getZone(), AT_NIGHT))
                    .execute((instance, context) -> forgetting.names());
        }
    }
}
