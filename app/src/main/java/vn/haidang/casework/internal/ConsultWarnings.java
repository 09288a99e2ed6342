package vn.haidang.casework.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.identity.AccountId;
import vn.haidang.journal.Subject;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;

/**
 * Tells whoever was asked for an opinion, so long before as an authority has set, that their silence will count as consent or take the
 * question up; each end once. Nobody is told of an end that has no effect, nor while the clock stands still.
 */
@Component
public class ConsultWarnings {

    private static final Logger LOG = LoggerFactory.getLogger(ConsultWarnings.class);

    private static final int MOST = 500;
    private static final int EVERY_MINUTES = 10;

    private record Near(CaseId caseId, UUID item, UUID consult, Instant dueAt) {}

    private final ClockRules rules;
    private final Clocks clocks;
    private final Warning warning;
    private final JdbcClient jdbc;
    private final Chronicle chronicle;

    ConsultWarnings(ClockRules rules, Clocks clocks, Warning warning, JdbcClient jdbc, Chronicle chronicle) {
        this.rules = rules;
        this.clocks = clocks;
        this.warning = warning;
        this.jdbc = jdbc;
        this.chronicle = chronicle;
    }

    /** How many units were told. */
    public int warnThoseNear() {
        Instant now = chronicle.now();
        ClockRules.ClockRule rule =
                rules.on(ClockRules.CONSULT_WARNING, Apologies.day(now)).orElse(null);
        int told = 0;
        for (Near near : rule == null ? List.<Near>of() : near(rule, now)) {
            try {
                told += warning.warn(near) ? 1 : 0;
            } catch (RuntimeException failed) {
                LOG.warn("item {} could not be warned of", near.item(), failed);
            }
        }
        return told;
    }

    private List<Near> near(ClockRules.ClockRule rule, Instant now) {
        List<String> hours = jdbc.sql("""
                        select distinct c.office_hours
                        from casework.consult q join casework.case_file c on c.id = q.case_file
                        where q.state = 'OPEN' and q.due_at > :now
                        """)
                .param("now", Columns.at(now))
                .query((row, number) -> row.getString("office_hours"))
                .list();
        Clocks.Horizons horizons = clocks.horizons(rule.duration(), hours, now);
        return jdbc.sql("""
                        select q.case_file, w.id as item, q.id as consult, q.due_at
                        from casework.consult q
                          join casework.case_file c on c.id = q.case_file
                          join unnest(cast(:hours as text[]), cast(:horizons as timestamptz[])) as h (code, horizon)
                            on h.code = c.office_hours
                          join casework.work_item w on w.case_file = q.case_file and w.consult = q.id and w.done_at is null
                        where q.state = 'OPEN' and q.silence <> 'WAIT' and q.due_at > :now and q.due_at <= h.horizon
                          and c.status <> 'STOPPED'
                          and not exists (select from casework.warning told where told.about = w.id and told.ends_at = q.due_at)
                        order by q.due_at, w.id
                        limit :most
                        """)
                .param("now", Columns.at(now))
                .param("hours", horizons.codes())
                .param("horizons", horizons.moments())
                .param("most", MOST)
                .query((row, number) -> new Near(
                        new CaseId(Columns.uuid(row, "case_file")),
                        Columns.uuid(row, "item"),
                        Columns.uuid(row, "consult"),
                        Columns.instant(row, "due_at")))
                .list();
    }

    /** One unit, in a transaction that holds the case. */
    @Component
    static class Warning {

        private final CaseRows cases;
        private final ItemRows items;
        private final ConsultRows consults;
        private final SilenceWarnings warnings;
        private final Telling telling;
        private final TransactionOperations transactions;

        Warning(
                CaseRows cases,
                ItemRows items,
                ConsultRows consults,
                SilenceWarnings warnings,
                Telling telling,
                TransactionOperations transactions) {
            this.cases = cases;
            this.items = items;
            this.consults = consults;
            this.warnings = warnings;
            this.telling = telling;
            this.transactions = transactions;
        }

        boolean warn(Near near) {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                Standing standing = cases.lock(near.caseId()).orElse(null);
                WorkItem item = items.find(near.item()).filter(WorkItem::open).orElse(null);
                Consult consult = consults.find(near.consult())
                        .filter(asked -> asked.open() && asked.dueAt().equals(near.dueAt()))
                        .orElse(null);
                if (standing == null
                        || standing.summary().status() == CaseStatus.STOPPED
                        || item == null
                        || consult == null
                        || !warnings.first(near.caseId(), near.item(), near.dueAt())) {
                    return false;
                }
                telling.tell(near.caseId(), standing.summary().code(), item, consult);
                return true;
            }));
        }
    }

    /** Whoever holds the item, or else everybody who may take it. */
    @Component
    static class Telling {

        private final Notifications notifications;
        private final Chronicle chronicle;
        private final JdbcClient jdbc;

        Telling(Notifications notifications, Chronicle chronicle, JdbcClient jdbc) {
            this.notifications = notifications;
            this.chronicle = chronicle;
            this.jdbc = jdbc;
        }

        void tell(CaseId caseId, String code, WorkItem item, Consult consult) {
            Instant now = chronicle.now();
            String lastDay =
                    SilenceWarnings.DAY.format(Apologies.day(consult.dueAt().minusMillis(1)));
            chronicle.item(
                    item,
                    "consult-near",
                    Chronicle.By.SYSTEM,
                    now,
                    lastDay + " – " + consult.question(),
                    act -> act.on(new Subject("casework/consult", consult.id())));
            for (AccountId to : receivers(caseId, item, Apologies.day(now))) {
                notifications.send(new Message(
                        to,
                        "casework.notice.consult." + consult.silence().code(),
                        List.of(code, lastDay),
                        "/desk/items/" + item.id()));
            }
        }

        private List<AccountId> receivers(CaseId caseId, WorkItem item, LocalDate today) {
            Optional<AccountId> holder = Optional.ofNullable(item.who().claimedBy());
            return holder.map(List::of)
                    .orElseGet(() -> jdbc.sql("""
                                    select distinct h.account from identity.pub_holding h
                                    where h.unit = :unit and h.role = :role and h.valid @> :today
                                      and not exists (
                                        select from casework.barred b where b.case_file = :case and b.account = h.account)
                                    order by h.account
                                    """)
                            .param("unit", item.unit().value())
                            .param("role", item.role().code())
                            .param("today", today)
                            .param("case", caseId.value())
                            .query((row, number) -> new AccountId(Columns.uuid(row, "account")))
                            .list());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> caseworkConsultWarnings(ConsultWarnings warnings) {
            return Tasks.recurring("casework-consult-warnings", FixedDelay.ofMinutes(EVERY_MINUTES))
                    .execute((task, context) -> warnings.warnThoseNear());
        }
    }
}
