package vn.haidang.publicservice.web.queue;

import java.util.List;
import vn.haidang.publicservice.internal.queue.Appointments;

/** One's own appointments; {@code done} says what was just done. */
public record MyAppointmentsPage(List<Appointments.Appointment> appointments, String done) {}
