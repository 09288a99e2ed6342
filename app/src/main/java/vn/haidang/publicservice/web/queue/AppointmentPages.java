package vn.haidang.publicservice.web.queue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Unit;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.Receivers;
import vn.haidang.publicservice.internal.queue.Appointments;
import vn.haidang.publicservice.internal.queue.PlaceServices;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Slots;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** Booking a time at a place, changing one's mind, and who comes today. */
@Controller
class AppointmentPages {

    private final Points points;
    private final Slots slots;
    private final Appointments appointments;
    private final Catalogue catalogue;
    private final Receivers receivers;
    private final PlaceServices received;

    AppointmentPages(
            Points points,
            Slots slots,
            Appointments appointments,
            Catalogue catalogue,
            Receivers receivers,
            PlaceServices received) {
        this.points = points;
        this.slots = slots;
        this.appointments = appointments;
        this.catalogue = catalogue;
        this.receivers = receivers;
        this.received = received;
    }

    /** The places that take appointments, for one service only those of the units that receive it. */
    @GetMapping("/appointments")
    @Requires(Access.PUBLIC)
    PageView places(@RequestParam(defaultValue = "") String service) {
        return new PageView(
                "publicservice/queue/places",
                catalogue
                        .current(service)
                        .map(known -> new PlacesPage(
                                points.takingAppointments(receivers.of(known).stream()
                                        .map(Unit::id)
                                        .toList()),
                                known))
                        .orElseGet(() -> new PlacesPage(points.takingAppointments(), null)));
    }

    /** What is free; it names nobody. {@code move} is one's own appointment that gets another time. */
    @GetMapping("/appointments/{point}")
    @Requires(Access.PUBLIC)
    PageView slots(
            @PathVariable String point,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String move) {
        return slots(points.bySlug(point), day, service, move, List.of());
    }

    @PostMapping("/appointments/{point}")
    @Requires(Access.SIGNED_IN)
    ModelAndView book(
            @PathVariable String point,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String starts,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String key,
            Reader reader) {
        Points.Point at = points.bySlug(point);
        LocalDate on = Forms.day(day);
        LocalTime from = Forms.time(starts);
        UUID asked = Forms.uuid(key);
        UUID moved = Forms.uuid(move);
        if (on == null || from == null || asked == null) {
            return PageView.wrong(slots(
                    at,
                    day,
                    service,
                    move,
                    List.of(FieldError.of("starts", "publicservice.appointment.error.starts"))));
        }
        try {
            if (moved != null) {
                appointments.move(moved, on, from, reader);
                return new ModelAndView("redirect:/my/appointments?done=moved");
            }
            appointments.book(new Appointments.Booking(at.slug(), service, on, from, asked), reader);
            return new ModelAndView("redirect:/my/appointments?done=booked");
        } catch (ProblemException refused) {
            FieldError wrong = switch (refused.problem().code()) {
                case "publicservice/slot-full", "publicservice/no-such-slot", "publicservice/too-many-appointments" ->
                    FieldError.of("starts", refused.problem());
                case "publicservice/not-received-here" -> FieldError.of("service", refused.problem());
                case "publicservice/no-such-service" ->
                    FieldError.of("service", "publicservice.reception.error.service");
                default -> throw refused;
            };
            return PageView.wrong(slots(at, day, service, move, List.of(wrong)));
        }
    }

    @GetMapping("/my/appointments")
    @Requires(Access.SIGNED_IN)
    PageView mine(@RequestParam(defaultValue = "") String done, Reader reader) {
        return new PageView(
                "publicservice/queue/mine",
                new MyAppointmentsPage(appointments.mine(reader), slots.bookableFrom(), done));
    }

    @PostMapping("/my/appointments/{id}/cancel")
    @Requires(Access.SIGNED_IN)
    ModelAndView cancel(@PathVariable String id, Reader reader) {
        UUID appointment = Forms.uuid(id);
        if (appointment == null) {
            throw PublicServiceProblems.noSuchAppointment();
        }
        appointments.cancel(appointment, reader);
        return new ModelAndView("redirect:/my/appointments?done=cancelled");
    }

    @GetMapping("/desk/appointments")
    @Requires(Points.WORK)
    PageView today(
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String day,
            Reader officer) {
        List<Points.Point> worked = points.worked(officer);
        Points.Point at = worked.stream()
                .filter(each -> each.slug().equals(point))
                .findFirst()
                .orElse(worked.isEmpty() ? null : worked.getFirst());
        List<LocalDate> days = new ArrayList<>(slots.days());
        LocalDate asked = Forms.day(day);
        LocalDate shown = asked == null ? days.getFirst() : asked;
        if (!days.contains(shown)) {
            days.addFirst(shown);
        }
        var page = new DeskAppointmentsPage(
                worked,
                at,
                shown,
                days,
                at == null ? List.of() : appointments.at(at, shown, officer),
                day.isEmpty() || asked != null
                        ? List.of()
                        : List.of(FieldError.of("day", "publicservice.appointment.desk.error.day")));
        return new PageView("publicservice/queue/appointments", page);
    }

    private PageView slots(Points.Point at, String day, String service, String move, List<FieldError> errors) {
        List<LocalDate> days = slots.days();
        LocalDate shown = shown(day, days);
        List<FieldError> all = new ArrayList<>(errors);
        if (!day.isEmpty() && !shown.equals(Forms.day(day))) {
            all.add(FieldError.of("day", "publicservice.appointment.error.day"));
        }
        List<Slots.Slot> offered = slots.of(at, shown);
        if (day.isEmpty() && SlotsPage.isOver(offered, slots.bookableFrom()) && days.size() > 1) {
            shown = days.get(1);
            offered = slots.of(at, shown);
        }
        List<Option> services = received.of(at).stream()
                .map(each -> Option.of(each.code(), each.shortName()))
                .sorted(java.util.Comparator.comparing(
                        Option::label, java.text.Collator.getInstance(java.util.Locale.of("vi", "VN"))))
                .toList();
        return new PageView(
                "publicservice/queue/slots",
                new SlotsPage(
                        at,
                        shown,
                        days,
                        offered,
                        services,
                        service,
                        Forms.uuid(move) == null ? "" : move,
                        slots.bookableFrom(),
                        all));
    }

    private static LocalDate shown(@Nullable String day, List<LocalDate> days) {
        LocalDate asked = day == null ? null : Forms.day(day);
        return asked != null && days.contains(asked) ? asked : days.getFirst();
    }
}
