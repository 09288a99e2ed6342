package vn.haidang;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every night deletes the events that all listeners have had for seven days; those still on their way stay. */
@Component
class PublicationRetention {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 20);

    private final JdbcClient jdbc;
    private final Clock clock;

    PublicationRetention(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many were deleted. */
    int forget() {
        return jdbc.sql("delete from platform.event_publication where completion_date < :before")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> publicationRetentionTask(PublicationRetention retention, Clock clock) {
            return Tasks.recurring("platform-publication-retention", Schedules.daily(clock.getZone(), AT_NIGHT))
                    .execute((instance, context) -> retention.forget());
        }
    }
}
