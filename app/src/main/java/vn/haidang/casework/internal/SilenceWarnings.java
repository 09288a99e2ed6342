package vn.haidang.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.SilenceNear;

/** Tells an applicant by when to answer, before their silence ends the case; each end once, whatever looks for it at the same time. */
@Component
class SilenceWarnings {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final CaseRows rows;
    private final PauseRows pauses;
    private final Chronicle chronicle;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    SilenceWarnings(
            CaseRows rows,
            PauseRows pauses,
            Chronicle chronicle,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.rows = rows;
        this.pauses = pauses;
        this.chronicle = chronicle;
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** False where they answered meanwhile, or were told of this end before. */
    boolean warn(CaseId id, UUID pause, Instant since, Instant ends, ClockRules.ClockRule rule) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            CaseSummary summary = rows.lock(id).map(Standing::summary).orElse(null);
            if (summary == null
                    || summary.status() != CaseStatus.PAUSED
                    || !pauses.of(id).getLast().from().equals(since)
                    || !first(id, pause, ends)) {
                return false;
            }
            LocalDate lastDay = Apologies.day(ends.minusMillis(1));
            chronicle.told(
                    id,
                    "silence-near",
                    summary.step(),
                    Chronicle.By.SYSTEM,
                    chronicle.now(),
                    DAY.format(lastDay) + " – " + rule.notice() + " (" + rule.source() + ")");
            events.publishEvent(
                    new SilenceNear(id, summary.code(), summary.subjectType(), summary.applicant(), lastDay));
            return true;
        }));
    }

    /** Whether nobody was told of this end; whoever asks tells them. */
    boolean first(CaseId id, UUID about, Instant ends) {
        return jdbc.sql("""
                                insert into casework.warning (about, ends_at, case_file, warned_at)
                                values (:about, :ends, :case, :now) on conflict do nothing
                                """)
                        .param("about", about)
                        .param("ends", Columns.at(ends))
                        .param("case", id.value())
                        .param("now", Columns.at(chronicle.now()))
                        .update()
                == 1;
    }
}
