package vn.haidang.identity.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes old buckets every hour. */
@Configuration(proxyBeanMethods = false)
class RatesJob {

    @Bean
    RecurringTask<Void> forgetAttemptsTask(Rates rates) {
        return Tasks.recurring("identity-forget-attempts", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> rates.forgetOld());
    }
}
