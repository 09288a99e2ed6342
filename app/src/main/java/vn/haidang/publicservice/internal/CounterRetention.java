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

/** Every night deletes what is kept for one year: who was told of what, and the counters of dossier numbers. */
@Component
class CounterRetention {

    private static final LocalTime AT_NIGHT = LocalTime.of(2, 50);

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    CounterRetention(JdbcClient jdbc, Journal journal, Clock clock) {
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
        if (told + counters > 0) {
            journal.act(Act.of("publicservice/counters-deleted", Actor.SYSTEM)
                    .changed("rows", null, told + counters)
                    .because("publicservice/retention"));
        }
        return told + counters;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> counterRetentionTask(CounterRetention retention, Clock clock) {
            return Tasks.recurring("publicservice-retention", Schedules.daily(clock.getZone(), AT_NIGHT))
                    .execute((instance, context) -> retention.forget());
        }
    }
}
