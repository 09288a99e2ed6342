package vn.haidang.casework.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.haidang.worktime.UnknownOfficeHours;

/**
 * Ends cases whose applicants were asked for more and stayed silent for the time an authority has set; as if withdrawn, by the machine,
 * with the reason told. Where no time is set they wait. Where a time is set to warn them, nobody's case is ended who was not told of the
 * very end: whom the warning reached late has as long from then on.
 */
@Component
public class SilentApplicants {

    private static final Logger LOG = LoggerFactory.getLogger(SilentApplicants.class);

    private static final int A_PAGE = 1000;
    private static final int EVERY_MINUTES = 10;

    /** @param told the latest end its applicant was told of, null for none */
    private record Waiting(
            CaseId id,
            UUID pause,
            Instant since,
            String officeHours,
            @Nullable Instant told) {}

    private final ClockRules rules;
    private final Clocks clocks;
    private final SilenceWarnings warnings;
    private final ClosingActs closing;
    private final JdbcClient jdbc;
    private final Clock clock;

    SilentApplicants(
            ClockRules rules,
            Clocks clocks,
            SilenceWarnings warnings,
            ClosingActs closing,
            JdbcClient jdbc,
            Clock clock) {
        this.rules = rules;
        this.clocks = clocks;
        this.warnings = warnings;
        this.closing = closing;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many were ended. */
    public int endThoseTooLong() {
        LocalDate today = LocalDate.now(clock);
        ClockRules.ClockRule rule = rules.on(ClockRules.SILENCE, today).orElse(null);
        if (rule == null) {
            return 0;
        }
        ClockRules.ClockRule warning =
                rules.on(ClockRules.SILENCE_WARNING, today).orElse(null);
        int ended = 0;
        List<Waiting> page = waiting(null);
        while (!page.isEmpty()) {
            for (Waiting waiting : page) {
                try {
                    ended += lookAt(waiting, rule, warning) ? 1 : 0;
                } catch (RuntimeException failed) {
                    LOG.warn(
                            "the silence in case {} could not be dealt with",
                            waiting.id().value(),
                            failed);
                }
            }
            Waiting last = page.getLast();
            page = page.size() < A_PAGE || isFar(last, rule, warning) ? List.of() : waiting(last);
        }
        return ended;
    }

    /** Whoever was asked after it has as much time yet; false where the hours of this one are not known. */
    private boolean isFar(Waiting waiting, ClockRules.ClockRule rule, ClockRules.@Nullable ClockRule warning) {
        Instant now = Days.now(clock);
        try {
            Instant near = warning == null ? now : clocks.after(warning.duration(), waiting.officeHours(), now);
            return clocks.after(rule.duration(), waiting.officeHours(), waiting.since())
                    .isAfter(near);
        } catch (UnknownOfficeHours unknown) {
            return false;
        }
    }

    /** Whether it was ended. */
    private boolean lookAt(Waiting waiting, ClockRules.ClockRule rule, ClockRules.@Nullable ClockRule warning) {
        Instant now = Days.now(clock);
        Instant told = waiting.told();
        Instant end = clocks.after(rule.duration(), waiting.officeHours(), waiting.since());
        if (told != null && !told.isBefore(end)) {
            end = told;
        } else if (warning != null) {
            Instant fair = clocks.after(warning.duration(), waiting.officeHours(), now);
            if (!end.isAfter(fair)) {
                warnings.warn(waiting.id(), waiting.pause(), waiting.since(), fair, rule);
            }
            return false;
        }
        return !now.isBefore(end) && closing.end(waiting.id(), waiting.since(), rule);
    }

    /** The longest waiting first, those after one of them. */
    private List<Waiting> waiting(@Nullable Waiting after) {
        return jdbc.sql("""
                        select p.case_file, p.id as pause, p.from_at, c.office_hours, (
                          select max(told.ends_at) from casework.warning told where told.about = p.id) as told
                        from casework.pause p join casework.case_file c on c.id = p.case_file
                        where p.to_at is null and p.kind = 'SUPPLEMENT' and c.status = 'PAUSED'
                          and (p.from_at, p.id) > (cast(:from as timestamptz), :pause)
                        order by p.from_at, p.id
                        limit :most
                        """)
                .param("from", after == null ? "-infinity" : after.since().toString())
                .param("pause", after == null ? new UUID(0, 0) : after.pause())
                .param("most", A_PAGE)
                .query((row, number) -> new Waiting(
                        new CaseId(Columns.uuid(row, "case_file")),
                        Columns.uuid(row, "pause"),
                        Columns.instant(row, "from_at"),
                        row.getString("office_hours"),
                        Columns.optionalInstant(row, "told")))
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
