package vn.haidang.organization.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.intellij.lang.annotations.Language;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.StartStep;

/** Keeps the day that published views call today equal to the application's clock: at start, and within a minute of midnight. */
@Component
public class PresentDay extends StartStep {

    @Language("SQL")
    private static final String SET = "update organization.present set day = :day where day <> :day";

    private final JdbcClient jdbc;
    private final DerivedTables derived;
    private final TransactionOperations transactions;
    private final Clock clock;

    PresentDay(JdbcClient jdbc, DerivedTables derived, TransactionOperations transactions, Clock clock) {
        super(Place.PRESENT_DAY);
        this.jdbc = jdbc;
        this.derived = derived;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** To be called by whoever moves the clock. */
    public void follow() {
        var today = LocalDate.now(clock);
        transactions.executeWithoutResult(status -> {
            if (jdbc.sql(SET).param("day", today).update() > 0) {
                derived.tellPresent();
            }
        });
    }

    @Override
    protected void run() {
        follow();
    }

    /** The job that follows the clock. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> presentDayTask(PresentDay day) {
            return Tasks.recurring("organization-present-day", Schedules.fixedDelay(Duration.ofMinutes(1)))
                    .execute((instance, context) -> day.follow());
        }
    }
}
