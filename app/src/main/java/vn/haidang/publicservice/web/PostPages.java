package vn.haidang.publicservice.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.internal.Parcels;
import vn.haidang.publicservice.internal.Receptions;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** What came by post and what went by post. */
@Controller
class PostPages {

    static final String PATH = "/desk/post";

    private static final int LONGEST = 100;
    private static final int LONGEST_ADDRESS = 300;

    private final Parcels parcels;
    private final Receptions.Desks desks;
    private final Units units;
    private final Clock clock;

    PostPages(Parcels parcels, Receptions.Desks desks, Units units, Clock clock) {
        this.parcels = parcels;
        this.desks = desks;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Requires(Receptions.ACTION)
    PageView post(@RequestParam(defaultValue = "") String send, Reader officer) {
        List<Parcels.ToSend> waiting = parcels.toSend(officer);
        Map<String, String> known = waiting.stream()
                .filter(each -> each.reception().toString().equals(send))
                .findFirst()
                .map(each -> Map.of("dossier", each.dossier(), "to", each.to(), "address", each.address()))
                .orElse(Map.of());
        return page(waiting, known, List.of(), officer);
    }

    @PostMapping(PATH + "/arrived")
    @Requires(Receptions.ACTION)
    ModelAndView arrived(@RequestParam Map<String, String> asked, Reader officer) {
        List<FieldError> errors = new ArrayList<>();
        text(asked, "sender", LONGEST, errors);
        text(asked, "in-carrier", LONGEST, errors);
        text(asked, "in-tracking", LONGEST, errors);
        UUID unit = Ids.uuid(asked.getOrDefault("unit", "")).orElse(null);
        add(errors, unit == null, "unit");
        TypedDay posted = TypedDay.of(asked, "in-posted");
        boolean blank = posted.equals(TypedDay.EMPTY);
        add(errors, !blank && posted.date().isEmpty(), "in-posted");
        Instant at = TypedDay.of(asked, "arrived")
                .at(asked.getOrDefault("arrived-at", ""))
                .orElse(null);
        add(errors, at == null, "arrived");
        UUID key = Ids.uuid(asked.getOrDefault("key", "")).orElse(null);
        if (!errors.isEmpty() || unit == null || at == null || key == null) {
            return PageView.wrong(page(asked, errors, officer));
        }
        return act(
                () -> parcels.arrived(
                        new Parcels.Arrived(
                                new vn.haidang.organization.UnitId(unit),
                                asked.getOrDefault("sender", "").strip(),
                                asked.getOrDefault("in-carrier", "").strip(),
                                asked.getOrDefault("in-tracking", "").strip(),
                                posted.date().orElse(null),
                                at,
                                key),
                        officer),
                Map.of(
                        "publicservice/arrival-not-past", "arrived",
                        "publicservice/not-your-desk", "unit",
                        "publicservice/tracking-known", "in-tracking"),
                asked,
                officer);
    }

    @PostMapping(PATH + "/sent")
    @Requires(Receptions.ACTION)
    ModelAndView sent(@RequestParam Map<String, String> asked, Reader officer) {
        List<FieldError> errors = new ArrayList<>();
        text(asked, "dossier", LONGEST, errors);
        text(asked, "to", LONGEST, errors);
        text(asked, "address", LONGEST_ADDRESS, errors);
        text(asked, "out-carrier", LONGEST, errors);
        text(asked, "out-tracking", LONGEST, errors);
        LocalDate posted = TypedDay.of(asked, "out-posted").date().orElse(null);
        add(errors, posted == null || posted.isAfter(LocalDate.now(clock)), "out-posted");
        UUID key = Ids.uuid(asked.getOrDefault("key", "")).orElse(null);
        if (!errors.isEmpty() || posted == null || key == null) {
            return PageView.wrong(page(asked, errors, officer));
        }
        return act(
                () -> parcels.sent(
                        new Parcels.Sent(
                                asked.getOrDefault("dossier", "").strip(),
                                asked.getOrDefault("out-carrier", "").strip(),
                                asked.getOrDefault("out-tracking", "").strip(),
                                asked.getOrDefault("to", "").strip(),
                                asked.getOrDefault("address", "").strip(),
                                posted,
                                key),
                        officer),
                Map.of(
                        "publicservice/no-such-application", "dossier",
                        "publicservice/no-result-to-post", "dossier",
                        "publicservice/tracking-known", "out-tracking"),
                asked,
                officer);
    }

    @PostMapping(PATH + "/{id}/delivered")
    @Requires(Receptions.ACTION)
    ModelAndView delivered(@PathVariable String id, @RequestParam Map<String, String> asked, Reader officer) {
        UUID parcel = Ids.uuid(id).orElseThrow(vn.haidang.publicservice.PublicServiceProblems::noSuchParcel);
        LocalDate on = TypedDay.of(asked, "delivered-" + id).date().orElse(null);
        String field = "delivered-" + id;
        if (on == null) {
            return PageView.wrong(
                    page(asked, List.of(FieldError.of(field, "publicservice.post.error.delivered")), officer));
        }
        return act(
                () -> parcels.delivered(parcel, on, officer),
                Map.of("publicservice/delivered-before-posted", field),
                asked,
                officer);
    }

    private ModelAndView act(Runnable act, Map<String, String> fields, Map<String, String> asked, Reader officer) {
        try {
            act.run();
            return new ModelAndView("redirect:" + PATH);
        } catch (ProblemException refused) {
            String field = fields.get(refused.problem().code());
            if (field == null) {
                throw refused;
            }
            return PageView.wrong(page(asked, List.of(FieldError.of(field, refused.problem())), officer));
        }
    }

    private PageView page(Map<String, String> typed, List<FieldError> errors, Reader officer) {
        return page(parcels.toSend(officer), typed, errors, officer);
    }

    private PageView page(
            List<Parcels.ToSend> waiting, Map<String, String> typed, List<FieldError> errors, Reader officer) {
        List<Option> mine = desks.of(officer).stream()
                .flatMap(id -> units.find(id).stream())
                .map(UnitWords::option)
                .toList();
        return new PageView(
                "publicservice/desk/post",
                new PostPage(parcels.at(officer), waiting, mine, Map.copyOf(typed), LocalDate.now(clock), errors));
    }

    private static void text(Map<String, String> asked, String field, int longest, List<FieldError> errors) {
        String typed = asked.getOrDefault(field, "").strip();
        add(errors, typed.isEmpty() || typed.length() > longest, field);
    }

    private static void add(List<FieldError> errors, boolean wrong, String field) {
        if (wrong) {
            errors.add(FieldError.of(field, "publicservice.post.error." + field));
        }
    }
}
