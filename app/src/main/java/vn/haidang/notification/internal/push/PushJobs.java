package vn.haidang.notification.internal.push;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for notices that wait every few seconds, on one node at a time; every night forgets browsers of which nothing was heard for a year. */
@Configuration(proxyBeanMethods = false)
class PushJobs {

    private static final int EVERY_SECONDS = 10;
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 45);

    @Bean
    RecurringTask<Void> notificationPush(PushCarrier carrier) {
        return Tasks.recurring("notification-push", FixedDelay.ofSeconds(EVERY_SECONDS))
                .execute((task, context) -> {
                    int carried = 1;
                    while (carried > 0) {
                        carried = carrier.carry();
                    }
                });
    }

    @Bean
    RecurringTask<Void> notificationDevices(Devices devices, Clock clock) {
        return Tasks.recurring("notification-devices", Schedules.daily(clock.getZone(), AT_NIGHT))
                .execute((task, context) -> devices.forget());
    }
}
