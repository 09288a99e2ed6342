package vn.haidang.publicservice.internal.own;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/**
 * Every night deletes copies after three days, agreements five years after they were taken back, and papers taken for drafts that are
 * gone; and of those whose request to delete was granted, what an open case needed until now.
 */
@Component
class OwnRetention {

    private static final int YEARS = 5;
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);

    private final Erasures erasures;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    OwnRetention(Erasures erasures, JdbcClient jdbc, Journal journal, Clock clock) {
        this.erasures = erasures;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many rows were deleted, and requests finished. */
    @Transactional
    public int forget() {
        Instant copiesBefore = clock.instant().minus(DataCopies.KEPT);
        int copies = jdbc.sql("delete from publicservice.data_copy where asked_at < :before")
                .param("before", copiesBefore.atOffset(ZoneOffset.UTC))
                .update();
        List<UUID> consents = jdbc.sql("""
                        delete from publicservice.consent where withdrawn_at < :before returning id
                        """)
                .param(
                        "before",
                        LocalDate.now(clock)
                                .minusYears(YEARS)
                                .atStartOfDay(clock.getZone())
                                .toOffsetDateTime())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        consents.forEach(id -> journal.forget(new Subject("publicservice/consent", id)));
        int papers = jdbc.sql("""
                        delete from publicservice.reused_paper p
                        where p.application is null and not exists (select from form.pub_draft d where d.id = p.draft)
                        """).update();
        int requests = erasures.later();
        record("publicservice/copies-deleted", copies);
        record("publicservice/consents-deleted", consents.size());
        record("publicservice/taken-papers-deleted", papers);
        return copies + consents.size() + papers + requests;
    }

    private void record(String verb, int rows) {
        if (rows > 0) {
            journal.act(Act.of(verb, Actor.SYSTEM).changed("rows", null, rows).because("publicservice/retention"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> publicserviceOwnRetention(OwnRetention retention, Clock clock) {
            return Tasks.recurring("publicservice-own-retention", Schedules.daily(clock.getZone(), AT_NIGHT))
                    .execute((instance, context) -> retention.forget());
        }
    }
}
