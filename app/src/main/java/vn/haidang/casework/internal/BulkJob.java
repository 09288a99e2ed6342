package vn.haidang.casework.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes up runs that a node left behind when it ended, and forgets old ones. */
@Configuration(proxyBeanMethods = false)
class BulkJob {

    @Bean
    RecurringTask<Void> caseworkBulkLeft(BulkWork work) {
        return Tasks.recurring("casework-bulk-left", FixedDelay.ofMinutes(1)).execute((task, context) -> work.resume());
    }

    @Bean
    RecurringTask<Void> caseworkBulkOld(BulkRuns runs) {
        return Tasks.recurring("casework-bulk-old", FixedDelay.ofHours(12))
                .execute((task, context) -> runs.deleteOld());
    }
}
