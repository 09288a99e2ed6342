package vn.haidang.publicservice.internal.queue;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;

/** What whoever booked is told. */
@Component
class AppointmentNotices {

    private static final String PATH = "/my/appointments";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    private final Notifications notifications;

    AppointmentNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    /** The day before, with the code to type. */
    void remind(Appointments.Appointment each) {
        tell(each, "publicservice.notice.appointment", each.code());
    }

    void missed(Appointments.Appointment each) {
        tell(each, "publicservice.notice.appointment-missed", "");
    }

    /** The place is no more. */
    void calledOff(Appointments.Appointment each) {
        tell(each, "publicservice.notice.appointment-called-off", "");
    }

    /** The code before the English name, empty where none is told: notices stored earlier end with it. */
    private void tell(Appointments.Appointment each, String key, String code) {
        var words = List.of(each.starts().toString(), DAY.format(each.day()), each.pointName(), code, each.pointNameEn());
        notifications.send(new Message(each.account(), key, words, PATH));
    }
}
