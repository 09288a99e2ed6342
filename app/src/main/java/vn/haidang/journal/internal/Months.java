package vn.haidang.journal.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps partitions of the journal ready ahead of the clock, so that none is ever missing. */
@Component
class Months {

    /** The first month the platform can have a history of. */
    private static final YearMonth BEGINNING = YearMonth.of(2024, 10);

    private static final int AHEAD = 3;

    private final JdbcClient database;
    private final Clock clock;
    private final TransactionTemplate alone;
    private volatile Instant readyBefore = Instant.MIN;

    Months(JdbcClient database, Clock clock, PlatformTransactionManager transactions) {
        this.database = database;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Returns once the month of this instant and the next have their partitions; a look at a field on all but one day. */
    void ready(Instant at) {
        if (!at.isBefore(readyBefore)) {
            prepare(at);
        }
    }

    private synchronized void prepare(Instant at) {
        if (at.isBefore(readyBefore)) {
            return;
        }
        var present = YearMonth.from(at.atZone(clock.getZone()));
        var last = present.plusMonths(AHEAD);
        alone.executeWithoutResult(transaction -> create(BEGINNING.atDay(1), last.atDay(1)));
        readyBefore = present.plusMonths(AHEAD - 1)
                .atDay(1)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private void create(LocalDate first, LocalDate last) {
        database.sql("select journal.prepare_months(:first, :last)")
                .param("first", first)
                .param("last", last)
                .query(Integer.class)
                .single();
    }
}
