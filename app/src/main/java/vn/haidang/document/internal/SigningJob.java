package vn.haidang.document.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes up runs that a node left behind when it ended, and forgets old ones. */
@Configuration(proxyBeanMethods = false)
class SigningJob {

    @Bean
    RecurringTask<Void> documentSigningLeft(SigningWork work) {
        return Tasks.recurring("document-signing-left", FixedDelay.ofMinutes(1))
                .execute((task, context) -> work.resume());
    }

    @Bean
    RecurringTask<Void> documentSigningOld(SigningRuns runs) {
        return Tasks.recurring("document-signing-old", FixedDelay.ofHours(12))
                .execute((task, context) -> runs.deleteOld());
    }
}
