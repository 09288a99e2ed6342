package vn.haidang.publicservice.internal.queue;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;

/** What whoever booked is told. Notices of before keep the messages they were stored with, whose values stand in another order. */
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
        tell(each, "publicservice.notice.appointment-soon", each.code());
    }

    void missed(Appointments.Appointment each) {
        tell(each, "publicservice.notice.appointment-not-kept");
    }

    /** The place is no more. */
    void calledOff(Appointments.Appointment each) {
        tell(each, "publicservice.notice.appointment-place-closed");
    }

    private void tell(Appointments.Appointment each, String key, String... more) {
        List<String> words = new ArrayList<>(
                List.of(each.pointName(), each.pointNameEn(), each.starts().toString(), DAY.format(each.day())));
        words.addAll(List.of(more));
        notifications.send(new Message(each.account(), key, words, PATH));
    }
}
