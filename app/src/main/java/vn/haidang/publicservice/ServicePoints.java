package vn.haidang.publicservice;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.queue.AppointmentJobs;
import vn.haidang.publicservice.internal.queue.Appointments;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Tickets;

/**
 * The places where people wait and come by appointment, for whoever fills a city by program: the same acts as on the pages, under the
 * same rules, each once for one key.
 */
@Component
public class ServicePoints {

    /**
     * A place to open.
     *
     * @param slug as it stands in addresses: lower-case letters, digits and hyphens
     * @param capacity how many may book one stretch of half an hour
     */
    public record NewPoint(String slug, UnitId unit, String name, String nameEn, int desks, int capacity) {}

    private static final int HALF_AN_HOUR = 30;

    private final Points points;
    private final Tickets tickets;
    private final Appointments appointments;
    private final AppointmentJobs jobs;

    ServicePoints(Points points, Tickets tickets, Appointments appointments, AppointmentJobs jobs) {
        this.points = points;
        this.tickets = tickets;
        this.appointments = appointments;
        this.jobs = jobs;
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/not-your-desk}, {@code publicservice/point-taken} */
    @Transactional
    public void open(NewPoint point, Reader head) {
        points.open(
                point.slug(),
                point.unit(),
                new Points.Terms(point.name(), point.nameEn(), point.desks(), HALF_AN_HOUR, point.capacity()),
                head);
    }

    /**
     * Somebody without an appointment takes a number.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/office-closed} outside the office hours of the place
     */
    @Transactional
    public void take(String slug, UUID key) {
        tickets.take(points.bySlug(slug), "kiosk", false, key, Actor.ANONYMOUS);
    }

    /** The next one is called to a desk, and whoever was there is served; false when nobody waits. */
    @Transactional
    public boolean call(String slug, int desk, Reader officer) {
        return tickets.next(points.worked(slug, officer), desk, officer).isPresent();
    }

    /**
     * An appointment for a service of the catalogue.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-slot}, {@code publicservice/slot-full},
     *     {@code publicservice/too-many-appointments}, {@code publicservice/not-received-here}
     */
    @Transactional
    public UUID book(String slug, String service, LocalDate day, LocalTime starts, UUID key, Reader resident) {
        return appointments.book(new Appointments.Booking(slug, service, day, starts, key), resident);
    }

    /** Whoever booked is there and types their code. */
    @Transactional
    public void arrive(String slug, UUID appointment, UUID key, Reader resident) {
        appointments.arrive(
                points.bySlug(slug), appointments.get(appointment, resident).code(), key, Actor.ANONYMOUS);
    }

    /** What the night does: whoever was expected before today and did not come is noted and told. */
    public void closeDays() {
        jobs.close();
    }
}
