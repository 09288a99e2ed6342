package vn.haidang.publicservice.internal.queue;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds people the day before they come, notes in the night who did not come, and forgets what is a year old. A reminder and its
 * mark are one transaction: nobody is reminded twice.
 */
@Component
public class AppointmentJobs {

    private static final LocalTime AT_NIGHT = LocalTime.of(2, 55);
    private static final int EVERY_MINUTES = 10;

    private final AppointmentRows rows;
    private final AppointmentNotices notices;
    private final AppointmentTraces traces;
    private final JdbcClient jdbc;
    private final Points points;
    private final Clock clock;

    AppointmentJobs(
            AppointmentRows rows,
            AppointmentNotices notices,
            AppointmentTraces traces,
            JdbcClient jdbc,
            Points points,
            Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.traces = traces;
        this.jdbc = jdbc;
        this.points = points;
        this.clock = clock;
    }

    /** Everybody who comes tomorrow. Returns how many were told. */
    @Transactional
    public int remind() {
        List<Appointments.Appointment> tomorrow =
                rows.remind(LocalDate.now(clock).plusDays(1), points.now());
        tomorrow.forEach(notices::remind);
        return tomorrow.size();
    }

    /** Everybody who was expected before today. Returns how many did not come. */
    @Transactional
    public int close() {
        List<Appointments.Appointment> missed = rows.missed(LocalDate.now(clock), points.now());
        missed.forEach(notices::missed);
        traces.missed(missed);
        return missed.size();
    }

    /** What the tables promise. */
    @Transactional
    public int forget() {
        LocalDate before = LocalDate.now(clock).minusYears(1);
        int rows = delete("delete from publicservice.appointment where day < :before", before);
        rows += delete("delete from publicservice.slot where day < :before", before);
        rows += delete("delete from publicservice.ticket_counter where day < :before", before);
        rows += delete(
                "delete from publicservice.kiosk where revoked_at < cast(:before as timestamp) at time zone 'Asia/Ho_Chi_Minh'",
                before);
        rows += delete("""
                delete from publicservice.parcel p
                where p.application is null and p.registered_at < cast(:before as timestamp) at time zone 'Asia/Ho_Chi_Minh'
                  and not exists (select from publicservice.reception r where r.parcel = p.id and r.application is not null)
                """, before);
        rows += jdbc.sql("""
                        delete from publicservice.reception r
                        where r.application is null
                          and (r.draft is null and r.begun_on < cast(:today as date) - 90
                            or r.draft is not null and not exists (select from form.pub_draft d where d.id = r.draft))
                        """).param("today", LocalDate.now(clock)).update();
        if (rows > 0) {
            traces.deleted(rows);
        }
        return rows;
    }

    private int delete(String sql, LocalDate before) {
        return jdbc.sql(sql).param("before", before).update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> appointmentReminders(AppointmentJobs jobs) {
            return Tasks.recurring("publicservice-reminders", FixedDelay.ofMinutes(EVERY_MINUTES))
                    .execute((instance, context) -> jobs.remind());
        }

        @Bean
        RecurringTask<Void> appointmentNight(AppointmentJobs jobs, Clock clock) {
            return Tasks.recurring("publicservice-desk-night", Schedules.daily(clock.getZone(), AT_NIGHT))
                    .execute((instance, context) -> {
                        jobs.close();
                        jobs.forget();
                    });
        }
    }
}
