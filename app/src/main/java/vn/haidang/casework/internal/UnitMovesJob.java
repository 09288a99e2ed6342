package vn.haidang.casework.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every ten minutes open work leaves units that ended, and time goes on where office hours ended: at midnight, or declared for today. */
@Configuration(proxyBeanMethods = false)
class UnitMovesJob {

    private static final int EVERY_MINUTES = 10;

    @Bean
    RecurringTask<Void> caseworkUnitMoves(UnitMoves moves, EndedHours hours) {
        return Tasks.recurring("casework-unit-moves", FixedDelay.ofMinutes(EVERY_MINUTES))
                .execute((task, context) -> {
                    moves.follow();
                    hours.goOn();
                });
    }
}
