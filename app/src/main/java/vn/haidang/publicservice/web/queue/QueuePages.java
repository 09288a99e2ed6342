package vn.haidang.publicservice.web.queue;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Tickets;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** The queue at a desk: call the next, call again, served, did not come. */
@Controller
class QueuePages {

    private final Points points;
    private final Tickets tickets;

    QueuePages(Points points, Tickets tickets) {
        this.points = points;
        this.tickets = tickets;
    }

    @GetMapping("/desk/queue")
    @Requires(Points.WORK)
    PageView queue(
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "1") String desk,
            @RequestParam(defaultValue = "") String given,
            Reader officer) {
        List<Points.Point> worked = points.worked(officer);
        Points.Point at = worked.stream()
                .filter(each -> each.slug().equals(point))
                .findFirst()
                .orElse(worked.isEmpty() ? null : worked.getFirst());
        return new PageView(
                "publicservice/queue/queue",
                at == null
                        ? new QueuePage(worked, null, 1, List.of(), List.of(), List.of(), 0)
                        : new QueuePage(
                                worked,
                                at,
                                desk(at, desk),
                                tickets.at(at, desk(at, desk)),
                                tickets.waiting(at),
                                tickets.missed(at),
                                Math.max(0, Forms.number(given))));
    }

    @PostMapping("/desk/queue/{point}/next")
    @Requires(Points.WORK)
    ModelAndView next(@PathVariable String point, @RequestParam(defaultValue = "1") String desk, Reader officer) {
        Points.Point at = points.worked(point, officer);
        tickets.next(at, desk(at, desk), officer);
        return back(at, desk(at, desk));
    }

    /** A number for somebody without the device, given out by hand. */
    @PostMapping("/desk/queue/{point}/ticket")
    @Requires(Points.WORK)
    ModelAndView give(
            @PathVariable String point,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "1") String desk,
            Reader officer) {
        Points.Point at = points.worked(point, officer);
        UUID asked = Forms.uuid(key);
        if (asked == null) {
            return back(at, desk(at, desk));
        }
        int number = tickets.take(at, "desk", false, asked, officer.actor()).number();
        return new ModelAndView(
                "redirect:/desk/queue?point=" + at.slug() + "&desk=" + desk(at, desk) + "&given=" + number);
    }

    @PostMapping("/desk/queue/{point}/tickets/{id}")
    @Requires(Points.WORK)
    ModelAndView act(
            @PathVariable String point,
            @PathVariable String id,
            @RequestParam(name = "do", defaultValue = "") String what,
            @RequestParam(defaultValue = "1") String desk,
            Reader officer) {
        Points.Point at = points.worked(point, officer);
        UUID ticket = Forms.uuid(id);
        if (ticket == null) {
            throw PublicServiceProblems.noSuchTicket();
        }
        switch (what) {
            case "again" -> tickets.again(ticket, desk(at, desk), officer);
            case "missed" -> tickets.missed(ticket, desk(at, desk), officer);
            case "receive" -> {
                return new ModelAndView("redirect:/desk/reception?ticket=" + ticket);
            }
            default -> tickets.served(ticket, desk(at, desk), officer);
        }
        return back(at, desk(at, desk));
    }

    private static int desk(Points.Point point, String typed) {
        return Math.clamp(Forms.number(typed), 1, point.desks());
    }

    private static ModelAndView back(Points.Point point, int desk) {
        return new ModelAndView("redirect:/desk/queue?point=" + point.slug() + "&desk=" + desk);
    }
}
