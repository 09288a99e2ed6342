package vn.haidang.publicservice.internal.own;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;

/** Reminds whoever agreed to it, and nobody else, a week before a draft is deleted; once for each draft. */
@Component
class DraftReminder {

    /** Drafts are deleted ninety days after they were last saved. */
    private static final Duration UNTOUCHED = Duration.ofDays(83);

    private static final LocalTime IN_THE_MORNING = LocalTime.of(8, 0);

    private record Due(AccountId account, String service, UUID draft, String title) {}

    private final JdbcClient jdbc;
    private final Notifications notifications;
    private final Clock clock;

    DraftReminder(JdbcClient jdbc, Notifications notifications, Clock clock) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** How many were reminded. */
    @Transactional
    public int remind() {
        List<Due> due = jdbc.sql("""
                        with told as (
                          insert into publicservice.told (case_id, what, round, told_at)
                          select p.draft, 'draft-reminder', 0, :now
                          from publicservice.preparation p
                          join form.pub_draft d on d.id = p.draft and d.saved_at < :untouched
                          join publicservice.consent c
                            on c.account = p.account and c.purpose = 'draft-reminder' and c.withdrawn_at is null
                          where not exists (select from publicservice.application a where a.draft = p.draft)
                          on conflict do nothing
                          returning case_id
                        )
                        select p.account, p.service_code, p.draft, v.short_name
                        from told t
                        join publicservice.preparation p on p.draft = t.case_id
                        join publicservice.service_version v on v.code = p.service_code and v.version = p.service_version
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("untouched", clock.instant().minus(UNTOUCHED).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Due(
                        new AccountId(row.getObject("account", UUID.class)),
                        row.getString("service_code"),
                        row.getObject("draft", UUID.class),
                        row.getString("short_name")))
                .list();
        due.forEach(each -> notifications.send(new Message(
                each.account(),
                "publicservice.notice.draft-reminder",
                List.of(each.title()),
                "/apply/" + each.service() + "/" + each.draft())));
        return due.size();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> publicserviceDraftReminder(DraftReminder reminder, Clock clock) {
            return Tasks.recurring("publicservice-draft-reminder", Schedules.daily(clock.getZone(), IN_THE_MORNING))
                    .execute((instance, context) -> reminder.remind());
        }
    }
}
