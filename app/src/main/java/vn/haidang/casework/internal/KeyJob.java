package vn.haidang.casework.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what keys were answered once nobody repeats them any more. */
@Configuration(proxyBeanMethods = false)
class KeyJob {

    private static final int EVERY_HOURS = 6;

    @Bean
    RecurringTask<Void> caseworkKeys(AnsweredKeys keys) {
        return Tasks.recurring("casework-answered-keys", FixedDelay.ofHours(EVERY_HOURS))
                .execute((task, context) -> keys.deleteOld());
    }
}
