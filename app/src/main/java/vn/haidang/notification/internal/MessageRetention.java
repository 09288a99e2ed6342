package vn.haidang.notification.internal;

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

/** Every night deletes the messages of more than two years ago with their deliveries. */
@Component
class MessageRetention {

    private static final int YEARS = 2;
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 40);

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    MessageRetention(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many were deleted. */
    @Transactional
    public int forget() {
        int deleted = jdbc.sql("delete from notification.message where sent_at < :before")
                .param(
                        "before",
                        LocalDate.now(clock)
                                .minusYears(YEARS)
                                .atStartOfDay(clock.getZone())
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .update();
        if (deleted > 0) {
            journal.act(Act.of("notification/messages-deleted", Actor.SYSTEM)
                    .changed("messages", null, deleted)
                    .because("notification/retention"));
        }
        return deleted;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> messageRetentionTask(MessageRetention retention, Clock clock) {
            return Tasks.recurring("notification-retention", Schedules.daily(clock.getZone(), AT_NIGHT))
                    .execute((instance, context) -> retention.forget());
        }
    }
}
