package vn.haidang.publicservice.web.queue;

import java.util.List;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.ui.FieldError;

/** The device in the hall: one large button, and a field for whoever has an appointment. */
public record KioskPage(Points.Point point, boolean paired, int waiting, List<FieldError> errors) {}
