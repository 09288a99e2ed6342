package vn.haidang.publicservice.internal.queue;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Reader;

/** Closes a place: nobody is left with an appointment there, and whoever had one is told. */
@Component
public class PlaceClosing {

    private final Points points;
    private final AppointmentRows rows;
    private final AppointmentNotices notices;
    private final AppointmentTraces traces;

    PlaceClosing(Points points, AppointmentRows rows, AppointmentNotices notices, AppointmentTraces traces) {
        this.points = points;
        this.rows = rows;
        this.notices = notices;
        this.traces = traces;
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-point} */
    @Transactional
    public void close(UUID point, Reader head) {
        points.close(point, head);
        List<Appointments.Appointment> called = rows.callOff(point, points.now());
        called.forEach(each -> {
            notices.calledOff(each);
            traces.cancelled(each, head);
        });
    }
}
