package vn.haidang.publicservice.web.queue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.internal.queue.Appointments;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/** Who comes to a place on a day. */
public record DeskAppointmentsPage(
        List<Points.Point> points,
        Points.@Nullable Point point,
        LocalDate day,
        List<LocalDate> days,
        List<Appointments.Appointment> appointments,
        List<FieldError> errors) {

    public List<Option> pointOptions(boolean english) {
        return points.stream()
                .map(each -> Option.of(each.slug(), each.name(english)))
                .toList();
    }

    public List<Option> dayOptions(Screen screen) {
        return days.stream()
                .map(each -> Option.of(each.toString(), screen.day(each)))
                .toList();
    }
}
