package vn.haidang.casework.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every ten minutes work whose holder's time in the post is over goes back to the queue. */
@Configuration(proxyBeanMethods = false)
class HolderlessJob {

    @Bean
    RecurringTask<Void> returnHolderlessWorkTask(HolderlessWork work) {
        return Tasks.recurring("casework-return-holderless-work", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> work.settleToday());
    }
}
