package vn.haidang.notification.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for waiting e-mails every few seconds, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class MailJob {

    private static final int EVERY_SECONDS = 5;

    @Bean
    RecurringTask<Void> notificationMail(MailCarrier carrier) {
        return Tasks.recurring("notification-mail", FixedDelay.ofSeconds(EVERY_SECONDS))
                .execute((task, context) -> {
                    int carried = 1;
                    while (carried > 0) {
                        carried = carrier.carry();
                    }
                });
    }
}
