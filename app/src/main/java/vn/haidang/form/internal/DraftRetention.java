package vn.haidang.form.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.files.Files;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/**
 * Every night deletes the drafts nobody has saved for 90 days with the uploads to which nothing else refers, and forgets their values in
 * the journal.
 */
@Component
public class DraftRetention {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);

    private final DraftRows rows;
    private final Files files;
    private final Journal journal;
    private final Clock clock;

    DraftRetention(DraftRows rows, Files files, Journal journal, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many were deleted. */
    @Transactional
    public int forget() {
        List<DraftRows.Gone> deleted = rows.deleteSavedBefore(clock.instant().minus(KEPT));
        if (!deleted.isEmpty()) {
            Act act = Act.of("form/drafts-deleted", Actor.SYSTEM).because("form/retention");
            for (DraftRows.Gone draft : deleted) {
                Subject subject = new Subject("form/draft", draft.id().value());
                journal.forget(subject);
                act.on(subject);
            }
            journal.act(act);
            files.forget(
                    deleted.stream().flatMap(draft -> draft.files().stream()).toList(), "form/retention", Actor.SYSTEM);
        }
        return deleted.size();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> draftRetentionTask(DraftRetention retention, Clock clock) {
            return Tasks.recurring("form-draft-retention", Schedules.daily(clock.getZone(), AT_NIGHT))
                    .execute((instance, context) -> retention.forget());
        }
    }
}
