package vn.haidang.publicservice.web.queue;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Screen;

/**
 * The device in the hall: one large button, and a field for whoever has an appointment.
 *
 * @param closedUntil when the office opens; null while it is open or its hours are not known
 * @param books whether the place takes appointments
 * @param address where one is booked, as it is typed at home; the device itself leads nowhere
 */
public record KioskPage(
        Points.Point point,
        boolean paired,
        @Nullable LocalDateTime closedUntil,
        int waiting,
        boolean books,
        String address,
        List<FieldError> errors) {

    /** When it opens, in words; empty while it is open. */
    public String opens(Screen screen) {
        return closedUntil == null
                ? ""
                : screen.moment(closedUntil.atZone(Screen.ZONE).toInstant());
    }
}
