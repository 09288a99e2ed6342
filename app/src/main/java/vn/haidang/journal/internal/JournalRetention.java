package vn.haidang.journal.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/**
 * Every night retires the months of the journal whose term has passed. Only the role of retention may do that, and the database
 * asks its own date and the seals before it lets a month go; what it refuses is tried again the next night.
 */
@Component
class JournalRetention {

    private static final Logger LOG = LoggerFactory.getLogger(JournalRetention.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);
    private static final DateTimeFormatter PARTITION = DateTimeFormatter.ofPattern("'entry_y'uuuu'm'MM");
    private static final int MOST_A_NIGHT = 12;

    private final JdbcClient database;
    private final JdbcClient retention;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    JournalRetention(
            JdbcClient database,
            @Qualifier("retention") JdbcClient retention,
            Journal journal,
            TransactionOperations transactions,
            Clock clock) {
        this.database = database;
        this.retention = retention;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The months that were retired, oldest first; each is an act of its own. */
    List<YearMonth> retire() {
        return past().stream().limit(MOST_A_NIGHT).filter(this::retired).toList();
    }

    private List<YearMonth> past() {
        int months = database.sql("select months from journal.term")
                .query(Integer.class)
                .single();
        YearMonth kept = YearMonth.from(LocalDate.now(clock)).minusMonths(months);
        return database.sql("""
                        select c.relname
                        from pg_inherits i
                          join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = cast('journal.entry' as regclass)
                        order by c.relname
                        """).query(String.class).list().stream()
                .map(name -> YearMonth.parse(name, PARTITION))
                .filter(month -> month.isBefore(kept))
                .toList();
    }

    private boolean retired(YearMonth month) {
        long entries;
        try {
            entries = retention
                    .sql("select journal.retire(:month)")
                    .param("month", month.atDay(1))
                    .query(Long.class)
                    .single();
        } catch (DataAccessException refused) {
            LOG.warn(
                    "The journal keeps {}: {}",
                    month,
                    refused.getMostSpecificCause().getMessage());
            return false;
        }
        transactions.executeWithoutResult(status -> journal.act(Act.of("journal/month-retired", Actor.SYSTEM)
                .on(new Subject("journal/month", firstId(month)))
                .changed("entries", null, entries)
                .because("journal/retention")));
        return true;
    }

    /** A month has no id of its own: the lowest of its entries' ids stands for it. */
    private UUID firstId(YearMonth month) {
        return database.sql("select first_id from journal.retired where month = :month")
                .param("month", month.atDay(1))
                .query(UUID.class)
                .single();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> journalRetentionTask(JournalRetention retention, Clock clock) {
            return Tasks.recurring("journal-retention", Schedules.daily(clock.getZone(), AT_NIGHT))
                    .execute((instance, context) -> retention.retire());
        }
    }
}
