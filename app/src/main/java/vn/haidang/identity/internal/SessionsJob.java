package vn.haidang.identity.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes the sessions that have ended every ten minutes; until then they are not found any more. */
@Configuration(proxyBeanMethods = false)
class SessionsJob {

    @Bean
    RecurringTask<Void> deleteEndedSessionsTask(SessionRows sessions) {
        return Tasks.recurring("identity-delete-ended-sessions", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> sessions.deleteEnded());
    }
}
