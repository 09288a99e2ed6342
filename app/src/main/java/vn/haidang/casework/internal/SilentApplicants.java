package vn.haidang.casework.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.journal.Actor;

/**
 * Ends cases whose applicants were asked for more and stayed silent for the time an authority has set; as if withdrawn, by the machine,
 * with the reason told. Where no time is set they wait.
 */
@Component
public class SilentApplicants {

    private static final Logger LOG = LoggerFactory.getLogger(SilentApplicants.class);

    private static final int MOST = 1000;
    private static final int EVERY_MINUTES = 10;

    private record Waiting(CaseId id, Instant since, String officeHours) {}

    private final ClockRules rules;
    private final Clocks clocks;
    private final ClosingActs closing;
    private final JdbcClient jdbc;
    private final Clock clock;

    SilentApplicants(ClockRules rules, Clocks clocks, ClosingActs closing, JdbcClient jdbc, Clock clock) {
        this.rules = rules;
        this.clocks = clocks;
        this.closing = closing;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many were ended. */
    public int endThoseTooLong() {
        Instant now = Days.now(clock);
        ClockRules.ClockRule rule =
                rules.on(ClockRules.SILENCE, LocalDate.now(clock)).orElse(null);
        if (rule == null) {
            return 0;
        }
        int ended = 0;
        for (Waiting waiting : waiting()) {
            if (now.isBefore(clocks.after(rule.duration(), waiting.officeHours(), waiting.since()))) {
                continue;
            }
            try {
                ended += closing.end(waiting.id(), waiting.since(), rule) ? 1 : 0;
            } catch (RuntimeException failed) {
                LOG.warn("case {} could not be ended for silence", waiting.id().value(), failed);
            }
        }
        return ended;
    }

    /** The longest waiting first; one that is not too long yet stands before none that is. */
    private List<Waiting> waiting() {
        return jdbc.sql("""
                        select p.case_file, p.from_at, c.office_hours
                        from casework.pause p join casework.case_file c on c.id = p.case_file
                        where p.to_at is null and p.kind = 'SUPPLEMENT' and c.status = 'PAUSED'
                        order by p.from_at
                        limit :most
                        """)
                .param("most", MOST)
                .query((row, number) -> new Waiting(
                        new CaseId(Columns.uuid(row, "case_file")),
                        Columns.instant(row, "from_at"),
                        row.getString("office_hours")))
                .list();
    }

    /** Ends one of them, held, unless its applicant answered meanwhile. */
    @Component
    static class ClosingActs {

        private final CaseRows rows;
        private final PauseRows pauses;
        private final Course course;
        private final Clock clock;
        private final TransactionOperations transactions;

        ClosingActs(CaseRows rows, PauseRows pauses, Course course, Clock clock, TransactionOperations transactions) {
            this.rows = rows;
            this.pauses = pauses;
            this.course = course;
            this.clock = clock;
            this.transactions = transactions;
        }

        boolean end(CaseId id, Instant since, ClockRules.ClockRule rule) {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                Standing standing = rows.lock(id).orElse(null);
                if (standing == null
                        || standing.summary().status() != CaseStatus.PAUSED
                        || !pauses.of(id).getLast().from().equals(since)) {
                    return false;
                }
                String reason = rule.notice() + " (" + rule.source() + ")";
                course.silent(standing, Doing.of(Actor.SYSTEM, "", Days.now(clock), reason));
                return true;
            }));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> caseworkSilentApplicants(SilentApplicants silent) {
            return Tasks.recurring("casework-silent-applicants", FixedDelay.ofMinutes(EVERY_MINUTES))
                    .execute((task, context) -> silent.endThoseTooLong());
        }
    }
}
