package vn.haidang.casework.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for timers that are due. Whichever node does it, a timer is run once: its row is held while it runs. */
@Configuration(proxyBeanMethods = false)
class TimerJob {

    private static final int EVERY_SECONDS = 5;

    @Bean
    RecurringTask<Void> caseworkTimers(TimerRun timers) {
        return Tasks.recurring("casework-timers", FixedDelay.ofSeconds(EVERY_SECONDS))
                .execute((task, context) -> timers.runDue());
    }
}
