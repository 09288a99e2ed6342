package vn.haidang.casework.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.NewWork;
import vn.haidang.identity.Role;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Subject;

/**
 * Writes the letter that says sorry before a time limit ends, so long before as an authority has set, and gives it to the head of the
 * unit to send: while one more may be sent. A letter that is not needed any more, because the case ended, has another end or may not be
 * given another day, is taken away again.
 */
@Component
public class ApologyDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(ApologyDrafts.class);

    private static final int MOST = 500;
    private static final int EVERY_MINUTES = 10;

    private final ClockRules rules;
    private final ApologiesNear near;
    private final Drafting drafting;
    private final Clock clock;

    ApologyDrafts(ClockRules rules, ApologiesNear near, Drafting drafting, Clock clock) {
        this.rules = rules;
        this.near = near;
        this.drafting = drafting;
        this.clock = clock;
    }

    /** How many letters were written. */
    public int writeThoseDue() {
        near.unneeded(MOST).forEach(id -> safely(() -> drafting.drop(id)));
        ClockRules.ClockRule rule =
                rules.on(ClockRules.APOLOGY, LocalDate.now(clock)).orElse(null);
        int written = 0;
        for (CaseId id : rule == null ? List.<CaseId>of() : near.unwritten(rule, MOST)) {
            written += safely(() -> drafting.write(id)) ? 1 : 0;
        }
        return written;
    }

    private static boolean safely(BooleanSupplier act) {
        try {
            return act.getAsBoolean();
        } catch (RuntimeException failed) {
            LOG.warn("a letter that says sorry could not be written or taken away", failed);
            return false;
        }
    }

    /** One letter, each in its own transaction. */
    @Component
    static class Drafting {

        private final CaseRows rows;
        private final ApologyProposal proposal;
        private final PostedWork work;
        private final Chronicle chronicle;
        private final JdbcClient jdbc;
        private final TransactionOperations transactions;

        Drafting(
                CaseRows rows,
                ApologyProposal proposal,
                PostedWork work,
                Chronicle chronicle,
                JdbcClient jdbc,
                TransactionOperations transactions) {
            this.rows = rows;
            this.proposal = proposal;
            this.work = work;
            this.chronicle = chronicle;
            this.jdbc = jdbc;
            this.transactions = transactions;
        }

        boolean write(CaseId id) {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                CaseSummary summary = rows.lock(id).map(Standing::summary).orElse(null);
                if (summary == null || summary.dueAt() == null || !proposal.isAllowed(id)) {
                    return false;
                }
                Instant due = Apologies.due(summary);
                ApologyProposal.Draft draft = proposal.of(id);
                Instant now = chronicle.now();
                boolean first = jdbc.sql("""
                                        insert into casework.apology_draft (case_file, due_at, new_day, reason, drafted_at)
                                        values (:case, :due, :day, :reason, :now) on conflict do nothing
                                        """)
                                .param("case", id.value())
                                .param("due", Columns.at(due))
                                .param("day", draft.newDay())
                                .param("reason", draft.reason())
                                .param("now", Columns.at(now))
                                .update()
                        == 1;
                if (first) {
                    work.post(new NewWork(
                            proposal.title(summary.code()),
                            summary.competentUnit(),
                            Role.UNIT_HEAD,
                            null,
                            proposal.until(summary),
                            about(id),
                            "/desk/cases/" + id.value() + "/apology",
                            null,
                            Actor.SYSTEM));
                    chronicle.ofCase(id, "apology-drafted", summary.step(), Chronicle.By.SYSTEM, now, null, act -> act);
                }
                return first;
            }));
        }

        /** It was not needed any more. */
        boolean drop(CaseId id) {
            return Boolean.TRUE.equals(transactions.execute(status -> end(id, false, Actor.SYSTEM)));
        }

        /** It was sent. */
        void sent(CaseId id, Actor by) {
            end(id, true, by);
        }

        boolean canPromise(LocalDate day) {
            return proposal.canPromise(day);
        }

        ApologyProposal.Draft draft(CaseId id) {
            return kept(id).orElseGet(() -> proposal.of(id));
        }

        private Optional<ApologyProposal.Draft> kept(CaseId id) {
            return jdbc.sql("select new_day, reason from casework.apology_draft where case_file = :case")
                    .param("case", id.value())
                    .query((row, number) -> new ApologyProposal.Draft(
                            row.getObject("new_day", LocalDate.class), row.getString("reason")))
                    .optional();
        }

        private boolean end(CaseId id, boolean done, Actor by) {
            boolean was = jdbc.sql("delete from casework.apology_draft where case_file = :case")
                            .param("case", id.value())
                            .update()
                    == 1;
            if (was) {
                work.end(about(id), done, done ? "done" : null, by);
            }
            return was;
        }

        private static Subject about(CaseId id) {
            return new Subject(Apologies.LETTER, id.value());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> caseworkApologyDrafts(ApologyDrafts drafts) {
            return Tasks.recurring("casework-apology-drafts", FixedDelay.ofMinutes(EVERY_MINUTES))
                    .execute((task, context) -> drafts.writeThoseDue());
        }
    }
}
