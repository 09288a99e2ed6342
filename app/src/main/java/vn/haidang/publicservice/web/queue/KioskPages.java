package vn.haidang.publicservice.web.queue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.haidang.journal.Actor;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.queue.Appointments;
import vn.haidang.publicservice.internal.queue.Kiosks;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Slots;
import vn.haidang.publicservice.internal.queue.Tickets;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/**
 * The device in the hall and the board on the wall. Everybody may look, for nothing here says who waits; only a paired device gives
 * out numbers, and its cookie opens nothing else.
 */
@Controller
class KioskPages {

    private static final String COOKIE = "hd-kiosk";

    /** In seconds: a page left alone is renewed, which keeps its form alive and lets the next person begin anew. */
    private static final String RENEWED = "60";

    private static final String SHOWN = "12";
    private static final String BOARD = "8";
    private static final String FOLLOWED = "20";

    private final Points points;
    private final Kiosks kiosks;
    private final Tickets tickets;
    private final Appointments appointments;
    private final Slots slots;

    KioskPages(Points points, Kiosks kiosks, Tickets tickets, Appointments appointments, Slots slots) {
        this.points = points;
        this.kiosks = kiosks;
        this.tickets = tickets;
        this.appointments = appointments;
        this.slots = slots;
    }

    @GetMapping("/kiosk/{point}")
    @Requires(Access.PUBLIC)
    PageView kiosk(
            @PathVariable String point,
            @CookieValue(name = COOKIE, defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Refresh", RENEWED);
        return kiosk(points.bySlug(point), secret, List.of(), request);
    }

    @PostMapping("/kiosk/{point}/ticket")
    @Requires(Access.PUBLIC)
    ModelAndView take(
            @PathVariable String point,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String way,
            @CookieValue(name = COOKIE, defaultValue = "") String secret,
            HttpServletRequest request) {
        Points.Point at = points.bySlug(point);
        if (kiosks.known(at, secret).isEmpty()) {
            throw PublicServiceProblems.noSuchKiosk();
        }
        UUID asked = Forms.uuid(key);
        if (asked == null) {
            return PageView.wrong(
                    kiosk(at, secret, List.of(FieldError.of("code", "publicservice.check.again")), request));
        }
        try {
            Tickets.Ticket ticket = way.equals("appointment")
                    ? appointments.arrive(at, code, asked, Actor.ANONYMOUS)
                    : tickets.take(at, "kiosk", false, asked, Actor.ANONYMOUS);
            return new ModelAndView("redirect:/kiosk/" + at.slug() + "/ticket/" + ticket.id());
        } catch (ProblemException refused) {
            if (refused.problem().code().equals("publicservice/office-closed")) {
                return PageView.wrong(kiosk(at, secret, List.of(), request));
            }
            if (!refused.problem().code().equals("publicservice/no-such-appointment")) {
                throw refused;
            }
            return PageView.wrong(
                    kiosk(at, secret, List.of(FieldError.of("code", "publicservice.kiosk.code.unknown")), request));
        }
    }

    /** On the device that gave it out, for a moment; then the next person begins. */
    @GetMapping("/kiosk/{point}/ticket/{ticket}")
    @Requires(Access.PUBLIC)
    PageView ticket(
            @PathVariable String point,
            @PathVariable String ticket,
            HttpServletRequest request,
            HttpServletResponse response) {
        Points.Point at = points.bySlug(point);
        UUID id = Forms.uuid(ticket);
        if (id == null) {
            throw PublicServiceProblems.noSuchTicket();
        }
        response.setHeader("Refresh", SHOWN + ";url=/kiosk/" + at.slug());
        return new PageView("publicservice/queue/ticket", ticket(at, tickets.place(at, id), true, request));
    }

    /** Where one stands in the queue, on one's own phone, by the number on the paper. */
    @GetMapping("/kiosk/{point}/number/{number}")
    @Requires(Access.PUBLIC)
    PageView number(
            @PathVariable String point,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response) {
        Points.Point at = points.bySlug(point);
        response.setHeader("Refresh", FOLLOWED);
        return new PageView(
                "publicservice/queue/ticket", ticket(at, tickets.place(at, Forms.number(number)), false, request));
    }

    /** The same on paper as wide as such printers print. */
    @GetMapping("/kiosk/{point}/number/{number}/print")
    @Requires(Access.PUBLIC)
    PageView slip(@PathVariable String point, @PathVariable String number, HttpServletRequest request) {
        Points.Point at = points.bySlug(point);
        return new PageView(
                "publicservice/queue/slip", ticket(at, tickets.place(at, Forms.number(number)), false, request));
    }

    @GetMapping("/kiosk/{point}/board")
    @Requires(Access.PUBLIC)
    PageView board(@PathVariable String point, HttpServletResponse response) {
        Points.Point at = points.bySlug(point);
        response.setHeader("Refresh", BOARD);
        return new PageView(
                "publicservice/queue/board",
                new BoardPage(at, tickets.called(at), tickets.waiting(at), tickets.waitingNow(at)));
    }

    @GetMapping("/kiosk/{point}/pair")
    @Requires(Access.PUBLIC)
    PageView pairing(@PathVariable String point) {
        return new PageView("publicservice/queue/pair", new PairPage(points.bySlug(point), List.of()));
    }

    /** The device keeps its secret for this place alone, out of reach of scripts and of other sites. */
    @PostMapping("/kiosk/{point}/pair")
    @Requires(Access.PUBLIC)
    ModelAndView pair(
            @PathVariable String point, @RequestParam(defaultValue = "") String code, HttpServletResponse response) {
        Points.Point at = points.bySlug(point);
        try {
            String secret = kiosks.pair(at.slug(), code);
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, secret)
                            .path("/kiosk/" + at.slug())
                            .httpOnly(true)
                            .sameSite("Strict")
                            .maxAge(Duration.ofDays(366))
                            .build()
                            .toString());
            return new ModelAndView("redirect:/kiosk/" + at.slug());
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("publicservice/pairing-refused")) {
                throw refused;
            }
            return PageView.wrong(new PageView(
                    "publicservice/queue/pair", new PairPage(at, List.of(FieldError.of("code", refused.problem())))));
        }
    }

    private static TicketPage ticket(
            Points.Point at, Tickets.Place place, boolean onDevice, HttpServletRequest request) {
        return new TicketPage(
                at,
                place,
                address(
                        request,
                        "/kiosk/" + at.slug() + "/number/" + place.ticket().number()),
                onDevice);
    }

    private static String address(HttpServletRequest request, String path) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path(path)
                .build()
                .toUriString();
    }

    private PageView kiosk(Points.Point at, String secret, List<FieldError> errors, HttpServletRequest request) {
        return new PageView(
                "publicservice/queue/kiosk",
                new KioskPage(
                        at,
                        kiosks.known(at, secret).isPresent(),
                        slots.closedUntil(at),
                        tickets.waitingNow(at),
                        points.takingAppointments(List.of(at.unit())).contains(at),
                        Forms.typed(address(request, "/appointments")),
                        errors));
    }
}
