package vn.haidang.publicservice.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;

/**
 * Every night deletes what is kept for one year, which is who was told of what and the counters of dossier numbers, and what was
 * known about drafts that are gone.
 */
@Component
class NightlyRetention {

    private static final LocalTime AT_NIGHT = LocalTime.of(2, 50);

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    NightlyRetention(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many rows were deleted. */
    @Transactional
    public int forget() {
        LocalDate day = LocalDate.now(clock).minusYears(1);
        int told = jdbc.sql("delete from publicservice.told where told_at < :before")
                .param("before", day.atStartOfDay(clock.getZone()).toInstant().atOffset(ZoneOffset.UTC))
                .update();
        int counters = jdbc.sql("delete from publicservice.dossier_counter where day < :day")
                .param("day", day)
                .update();
        counters += jdbc.sql("delete from publicservice.feedback_counter where day < :day")
                .param("day", day)
                .update();
        int preparations = jdbc.sql("""
                        delete from publicservice.preparation p
                        where not exists (select 1 from form.pub_draft d where d.id = p.draft)
                        """).update();
        preparations += jdbc.sql("""
                        delete from publicservice.bundle_preparation p
                        where not exists (select 1 from form.pub_draft d where d.id = p.draft)
                        """).update();
        record("publicservice/counters-deleted", told + counters);
        record("publicservice/preparations-deleted", preparations);
        return told + counters + preparations;
    }

    private void record(String verb, int rows) {
        if (rows > 0) {
            journal.act(Act.of(verb, Actor.SYSTEM).changed("rows", null, rows).because("publicservice/retention"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> nightlyRetentionTask(NightlyRetention retention, Clock clock) {
            return Tasks.recurring("publicservice-retention", Schedules.daily(clock.getZone(), AT_NIGHT))
                    .execute((instance, context) -> retention.forget());
        }
    }
}
