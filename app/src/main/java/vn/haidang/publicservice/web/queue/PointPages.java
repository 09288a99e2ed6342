package vn.haidang.publicservice.web.queue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.queue.Kiosks;
import vn.haidang.publicservice.internal.queue.PlaceClosing;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Slots;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** The head of a unit opens places, registers and revokes their devices, and says how many may come when. */
@Controller
class PointPages {

    static final String PATH = "/desk/points";

    private static final int LONGEST_NAME = 60;

    private final Points points;
    private final Kiosks kiosks;
    private final Slots slots;
    private final PlaceClosing closing;
    private final Units units;

    PointPages(Points points, Kiosks kiosks, Slots slots, PlaceClosing closing, Units units) {
        this.points = points;
        this.kiosks = kiosks;
        this.slots = slots;
        this.closing = closing;
        this.units = units;
    }

    @GetMapping(PATH)
    @Requires(Points.RUN)
    PageView list(Reader head) {
        return list(PointForm.EMPTY, List.of(), head);
    }

    @PostMapping(PATH)
    @Requires(Points.RUN)
    ModelAndView open(@RequestParam Map<String, String> asked, Reader head) {
        PointForm form = PointForm.of(asked);
        List<FieldError> errors = form.errors(true);
        UUID unit = Forms.uuid(form.unit());
        if (!errors.isEmpty() || unit == null) {
            return PageView.wrong(list(form, errors, head));
        }
        try {
            UUID id = points.open(form.slug(), new UnitId(unit), form.terms(), head);
            return new ModelAndView("redirect:" + PATH + "/" + id);
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("publicservice/point-taken")) {
                throw refused;
            }
            return PageView.wrong(list(form, List.of(FieldError.of("slug", refused.problem())), head));
        }
    }

    @GetMapping(PATH + "/{id}")
    @Requires(Points.RUN)
    PageView point(@PathVariable String id, @RequestParam(defaultValue = "") String day, Reader head) {
        Points.Point point = get(id, head);
        return page(point, PointForm.of(point), "", day, List.of());
    }

    @PostMapping(PATH + "/{id}")
    @Requires(Points.RUN)
    ModelAndView change(@PathVariable String id, @RequestParam Map<String, String> asked, Reader head) {
        Points.Point point = get(id, head);
        if (asked.getOrDefault("do", "").equals("close")) {
            closing.close(point.id(), head);
            return new ModelAndView("redirect:" + PATH);
        }
        PointForm form = PointForm.of(asked);
        List<FieldError> errors = form.errors(false);
        if (!errors.isEmpty()) {
            return PageView.wrong(page(point, form, "", "", errors));
        }
        points.change(point.id(), form.terms(), head);
        return new ModelAndView("redirect:" + PATH + "/" + point.id());
    }

    /** The code is shown in the answer and nowhere else. */
    @PostMapping(PATH + "/{id}/kiosks")
    @Requires(Points.RUN)
    ModelAndView register(
            @PathVariable String id, @RequestParam(name = "kiosk", defaultValue = "") String name, Reader head) {
        Points.Point point = get(id, head);
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            return PageView.wrong(page(
                    point,
                    PointForm.of(point),
                    "",
                    "",
                    List.of(FieldError.of("kiosk", "publicservice.point.error.kiosk", LONGEST_NAME))));
        }
        return page(point, PointForm.of(point), kiosks.register(point.id(), called, head), "", List.of());
    }

    @PostMapping(PATH + "/{id}/kiosks/{kiosk}/revoke")
    @Requires(Points.RUN)
    ModelAndView revoke(@PathVariable String id, @PathVariable String kiosk, Reader head) {
        Points.Point point = get(id, head);
        UUID device = Forms.uuid(kiosk);
        if (device != null) {
            kiosks.revoke(point.id(), device, head);
        }
        return new ModelAndView("redirect:" + PATH + "/" + point.id());
    }

    @PostMapping(PATH + "/{id}/slots")
    @Requires(Points.RUN)
    ModelAndView limit(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String starts,
            @RequestParam(name = "people", defaultValue = "") String people,
            Reader head) {
        Points.Point point = get(id, head);
        LocalDate on = Forms.day(day);
        LocalTime from = Forms.time(starts);
        int capacity = Forms.number(people);
        if (on == null || from == null || capacity < 0 || capacity > 200) {
            return PageView.wrong(page(
                    point,
                    PointForm.of(point),
                    "",
                    day,
                    people,
                    from == null
                            ? List.of(FieldError.of("starts", "publicservice.appointment.error.starts"))
                            : List.of(FieldError.of("people", "publicservice.point.error.capacity"))));
        }
        try {
            slots.limit(point, on, from, capacity, head);
            return new ModelAndView("redirect:" + PATH + "/" + point.id() + "?day=" + on);
        } catch (ProblemException refused) {
            if (refused.problem().status() == 404) {
                throw refused;
            }
            return PageView.wrong(page(
                    point, PointForm.of(point), "", day, people, List.of(FieldError.of("people", refused.problem()))));
        }
    }

    private Points.Point get(String id, Reader head) {
        UUID point = Forms.uuid(id);
        if (point == null) {
            throw PublicServiceProblems.noSuchPoint();
        }
        return points.run(point, head);
    }

    private PageView list(PointForm form, List<FieldError> errors, Reader head) {
        List<Option> mine = points.units(head).stream()
                .flatMap(unit -> units.find(unit).stream())
                .map(UnitWords::option)
                .toList();
        return new PageView("publicservice/queue/points", new PointsPage(points.run(head), mine, form, errors));
    }

    private PageView page(Points.Point point, PointForm form, String code, String day, List<FieldError> errors) {
        return page(point, form, code, day, "", errors);
    }

    private PageView page(
            Points.Point point, PointForm form, String code, String day, String people, List<FieldError> errors) {
        List<LocalDate> days = slots.days();
        LocalDate asked = Forms.day(day);
        LocalDate shown = asked != null && days.contains(asked) ? asked : days.getFirst();
        return new PageView(
                "publicservice/queue/point",
                new PointPage(
                        point, form, kiosks.of(point.id()), code, shown, days, slots.of(point, shown), people, errors));
    }
}
