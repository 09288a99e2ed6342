package vn.haidang.publicservice.web.queue;

import java.util.List;
import vn.haidang.publicservice.internal.queue.ClosedDays;

/** Booked days at places that would be closed then. */
public record ClosedAppointmentsPage(List<ClosedDays.Booked> days) {}
