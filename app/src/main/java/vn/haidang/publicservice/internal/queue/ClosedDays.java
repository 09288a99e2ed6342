package vn.haidang.publicservice.internal.queue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.CalendarChange;
import vn.haidang.worktime.UnknownOfficeHours;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

/** Appointments that people have at places which, by a changed calendar, would not be open then. */
@Component
public class ClosedDays {

    private static final String STANDARD = "standard";

    /** How many people have booked a day at a place. */
    public record Booked(String name, String nameEn, LocalDate day, long appointments) {

        public String name(boolean english) {
            return english ? nameEn : name;
        }
    }

    private record Stretch(
            UUID point, String name, String nameEn, UnitId unit, LocalDate day, LocalTime starts, long appointments) {}

    private record At(UUID point, LocalDate day) {}

    private final WorkCalendars calendars;
    private final JdbcClient jdbc;
    private final Clock clock;

    ClosedDays(WorkCalendars calendars, JdbcClient jdbc, Clock clock) {
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By day and place; what the calendar of now does not keep open either is left out. */
    public List<Booked> by(CalendarChange change) {
        List<Stretch> booked = booked(change.first(), change.last());
        if (booked.isEmpty()) {
            return List.of();
        }
        WorkCalendars.KeptHours hours = calendars.keptHours();
        Map<At, Booked> closed = new LinkedHashMap<>();
        for (Stretch one : booked) {
            String code = hours.of(one.unit(), one.day(), STANDARD);
            if (isOpen(change.before(), code, one) && !isOpen(change.after(), code, one)) {
                closed.merge(
                        new At(one.point(), one.day()),
                        new Booked(one.name(), one.nameEn(), one.day(), one.appointments()),
                        (some, more) -> new Booked(
                                some.name(), some.nameEn(), some.day(), some.appointments() + more.appointments()));
            }
        }
        return new ArrayList<>(closed.values());
    }

    private static boolean isOpen(WorkCalendar calendar, String hours, Stretch one) {
        try {
            return calendar.spans(one.day(), hours).stream()
                    .anyMatch(span ->
                            !one.starts().isBefore(span.opens()) && one.starts().isBefore(span.closes()));
        } catch (UnknownOfficeHours unknown) {
            return false;
        }
    }

    private List<Stretch> booked(LocalDate first, @Nullable LocalDate last) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("""
                        select a.point, p.name, p.name_en, p.unit, a.day, a.starts, count(*) as appointments
                        from publicservice.appointment a join publicservice.service_point p on p.id = a.point
                        where a.state = 'booked' and a.day >= :first
                          and (cast(:last as date) is null or a.day <= cast(:last as date))
                        group by a.point, p.name, p.name_en, p.unit, a.day, a.starts
                        order by a.day, p.name, a.point, a.starts
                        """)
                .param("first", first.isBefore(today) ? today : first)
                .param("last", last)
                .query((row, number) -> new Stretch(
                        row.getObject("point", UUID.class),
                        row.getString("name"),
                        row.getString("name_en"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getObject("starts", LocalTime.class),
                        row.getLong("appointments")))
                .list();
    }
}
