package vn.haidang.publicservice.web.queue;

import java.time.LocalDateTime;
import java.util.List;
import vn.haidang.publicservice.internal.queue.Appointments;

/**
 * One's own appointments.
 *
 * @param now after which one must begin to be moved or cancelled
 * @param done what was just done, empty for nothing
 */
public record MyAppointmentsPage(List<Appointments.Appointment> appointments, LocalDateTime now, String done) {

    /** Whether it can still be moved or cancelled. */
    public boolean canChange(Appointments.Appointment each) {
        return each.open() && each.day().atTime(each.starts()).isAfter(now);
    }

    /** Whether its owner may still come: late, but on the same day. */
    public boolean canCome(Appointments.Appointment each) {
        return each.open() && !each.day().isBefore(now.toLocalDate());
    }
}
