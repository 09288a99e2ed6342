package vn.haidang.registry.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
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

/** Every night deletes the authorisations whose term ended more than ten years ago. */
@Component
class AuthorisationRetention {

    private static final int YEARS = 10;
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 30);

    private final JdbcClient database;
    private final Journal journal;
    private final Clock clock;

    AuthorisationRetention(JdbcClient database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many were deleted. */
    @Transactional
    public int forget() {
        List<UUID> deleted = database.sql("""
                        delete from registry.authorisation
                        where upper(term) <= :day
                        returning id
                        """)
                .param("day", LocalDate.now(clock).minusYears(YEARS))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        if (!deleted.isEmpty()) {
            deleted.forEach(id -> journal.forget(new Subject("registry/authorisation", id)));
            journal.act(Act.of("registry/authorisations-deleted", Actor.SYSTEM)
                    .changed("authorisations", null, deleted.size())
                    .because("registry/retention"));
        }
        return deleted.size();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> authorisationRetentionTask(AuthorisationRetention retention, Clock clock) {
            return Tasks.recurring("registry-authorisation-retention", Schedules.daily(clock.getZone(), AT_NIGHT))
                    .execute((instance, context) -> retention.forget());
        }
    }
}
