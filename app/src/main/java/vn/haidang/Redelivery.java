package vn.haidang;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Component;

/**
 * Tells listeners again what they failed to take in, without a restart: after five minutes, and once five times were in vain
 * every hour. Operators read of it in the log and in {@code haidang_events_undelivered} of the metrics. Listeners take the same twice.
 */
@Component
class Redelivery {

    private static final Logger LOG = LoggerFactory.getLogger(Redelivery.class);
    private static final int EVERY_MINUTES = 5;
    private static final Duration SOON = Duration.ofMinutes(EVERY_MINUTES);
    private static final Duration LATER = Duration.ofHours(1);
    private static final int PATIENCE = 5;

    /** No listener works so long: the process that had it is gone. */
    private static final Duration ABANDONED = Duration.ofMinutes(30);

    private final IncompleteEventPublications publications;
    private final JdbcClient jdbc;
    private final Clock clock;

    Redelivery(IncompleteEventPublications publications, JdbcClient jdbc, Clock clock) {
        this.publications = publications;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void tellAgain() {
        Instant now = clock.instant();
        takeBack(now);
        Map<String, Integer> inVain = new TreeMap<>();
        publications.resubmitIncompletePublications(publication -> {
            boolean due = publication.getStatus() == Status.FAILED
                    && !triedAt(publication).plus(pause(publication)).isAfter(now);
            if (due && publication.getCompletionAttempts() >= PATIENCE) {
                inVain.merge(listener(publication), 1, Integer::sum);
            }
            return due;
        });
        inVain.forEach((listener, events) -> LOG.error(
                "platform/event-undelivered: {} failed to take in {} events, each at least {} times; it is told again"
                        + " every hour",
                listener,
                events,
                PATIENCE));
    }

    /** How many events wait because their listener failed. */
    long undelivered() {
        return jdbc.sql("""
                        select count(*) from platform.event_publication
                        where completion_date is null and status = 'FAILED'
                        """).query(Long.class).single();
    }

    /** What was on its way when its process ended has failed, too. */
    private void takeBack(Instant now) {
        jdbc.sql("""
                        update platform.event_publication set status = 'FAILED'
                        where completion_date is null and status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
                          and greatest(publication_date, last_resubmission_date) < :before
                        """)
                .param("before", now.minus(ABANDONED).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Duration pause(EventPublication publication) {
        return publication.getCompletionAttempts() <= PATIENCE ? SOON : LATER;
    }

    private static Instant triedAt(EventPublication publication) {
        @Nullable Instant again = publication.getLastResubmissionDate();
        return again == null ? publication.getPublicationDate() : again;
    }

    private static String listener(EventPublication publication) {
        return publication instanceof TargetEventPublication target
                ? target.getTargetIdentifier().getValue()
                : publication.getEvent().getClass().getName();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> redeliveryTask(Redelivery redelivery) {
            return Tasks.recurring("platform-event-redelivery", FixedDelay.ofMinutes(EVERY_MINUTES))
                    .execute((instance, context) -> redelivery.tellAgain());
        }

        @Bean
        MeterBinder undeliveredEvents(Redelivery redelivery) {
            return registry -> Gauge.builder("haidang.events.undelivered", redelivery, Redelivery::undelivered)
                    .description("events whose listener failed and that are told again")
                    .register(registry);
        }
    }
}
