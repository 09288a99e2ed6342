package vn.haidang.publicservice.web.queue;

import java.util.List;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.ui.FieldError;

/**
 * The device in the hall: one large button, and a field for whoever has an appointment.
 *
 * @param books whether the place takes appointments
 * @param address where one is booked, as it is typed at home; the device itself leads nowhere
 */
public record KioskPage(
        Points.Point point, boolean paired, int waiting, boolean books, String address, List<FieldError> errors) {}
