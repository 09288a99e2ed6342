package vn.haidang.casework.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.worktime.WorkCalendar;

/** Looks for open work of units that ended, in the night in which they did. */
@Configuration(proxyBeanMethods = false)
class UnitMovesJob {

    private static final LocalTime NIGHT = LocalTime.of(0, 20);

    @Bean
    RecurringTask<Void> caseworkUnitMoves(UnitMoves moves) {
        return Tasks.recurring("casework-unit-moves", Schedules.daily(WorkCalendar.ZONE, NIGHT))
                .execute((task, context) -> moves.follow());
    }
}
