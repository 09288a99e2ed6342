package vn.haidang.publicservice.web.queue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.publicservice.internal.queue.ClosedDays;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Consequence;
import vn.haidang.worktime.CalendarChange;

/** Tells at which places people have appointments on days that a change of the calendar would close. They stay booked. */
@Component
class ClosedAppointments implements Consequence<CalendarChange> {

    private final ClosedDays days;

    ClosedAppointments(ClosedDays days) {
        this.days = days;
    }

    @Override
    public Class<CalendarChange> change() {
        return CalendarChange.class;
    }

    @Override
    public Outlook outlook(CalendarChange change, HttpServletRequest request) {
        List<ClosedDays.Booked> booked = days.by(change);
        return booked.isEmpty()
                ? Outlook.NOTHING
                : new Outlook(
                        0,
                        Integer.toHexString(booked.hashCode()),
                        new Fragment("publicservice/queue/closedAppointments", new ClosedAppointmentsPage(booked)));
    }

    @Override
    public void settle(CalendarChange change, boolean move, HttpServletRequest request) {
        // nobody's appointment is moved without them: whoever runs the place talks to the people
    }
}
