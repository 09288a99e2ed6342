package vn.haidang.casework.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for open work of units that ended. */
@Configuration(proxyBeanMethods = false)
class UnitMovesJob {

    private static final int EVERY_MINUTES = 5;

    @Bean
    RecurringTask<Void> caseworkUnitMoves(UnitMoves moves) {
        return Tasks.recurring("casework-unit-moves", FixedDelay.ofMinutes(EVERY_MINUTES))
                .execute((task, context) -> moves.follow());
    }
}
