package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.BundleId;
import vn.haidang.publicservice.Bundles;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.LifeEvent;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.internal.Traces;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** From what happens in a life to one declaration, and to the one page that follows all its dossiers. */
@Controller
class LifeEventPages {

    private final Bundles bundles;
    private final Catalogue catalogue;
    private final ReceiverChoice receivers;
    private final ApplyScreens screens;
    private final Traces traces;

    LifeEventPages(
            Bundles bundles, Catalogue catalogue, ReceiverChoice receivers, ApplyScreens screens, Traces traces) {
        this.bundles = bundles;
        this.catalogue = catalogue;
        this.receivers = receivers;
        this.screens = screens;
        this.traces = traces;
    }

    @GetMapping("/life-events")
    @Requires(Access.PUBLIC)
    PageView events() {
        return new PageView("publicservice/lifeEvents", new LifeEventsPage(bundles.events()));
    }

    @GetMapping("/life-events/{code}")
    @Requires(Access.PUBLIC)
    PageView event(@PathVariable String code) {
        return new PageView(
                "publicservice/lifeEvent", new LifeEventPage(bundles.event(code), List.of(), "", List.of(), List.of()));
    }

    @GetMapping("/life-events/{code}/start")
    @Requires(Access.SIGNED_IN)
    PageView start(@PathVariable String code, Reader reader) {
        LifeEvent event = bundles.event(code);
        Service first = first(event);
        return begin(event, first, receivers.residence(first, reader), all(event), List.of());
    }

    @PostMapping("/life-events/{code}/start")
    @Requires(Access.SIGNED_IN)
    ModelAndView prepare(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable List<String> part,
            Reader reader) {
        LifeEvent event = bundles.event(code);
        Service first = first(event);
        List<String> chosen = part == null ? List.of() : part;
        if (event.together().stream()
                .filter(member -> member.handling() == LifeEvent.Handling.OURS)
                .noneMatch(member -> chosen.contains(String.valueOf(member.ordinal())))) {
            return begin(event, first, unit, chosen, List.of(FieldError.of("part", "publicservice.bundle.part.error")));
        }
        try {
            var draft = bundles.prepare(code, ordinals(chosen), Ids.receiver(unit), reader);
            return new ModelAndView(new RedirectView(screens.first(draft, reader), true));
        } catch (ProblemException refused) {
            if (!refused.problem().equals(PublicServiceProblems.noSuchReceiver().problem())) {
                throw refused;
            }
            return begin(event, first, unit, chosen, List.of(FieldError.of("unit", "publicservice.start.unit.error")));
        }
    }

    @GetMapping("/my/life-events/{id}")
    @Requires(Access.SIGNED_IN)
    PageView bundle(@PathVariable String id, Reader reader) {
        var bundle =
                bundles.get(new BundleId(Ids.uuid(id).orElseThrow(PublicServiceProblems::noSuchApplication)), reader);
        traces.readBundle(reader, bundle);
        return new PageView("publicservice/bundle", new BundlePage(bundle));
    }

    private PageView begin(LifeEvent event, Service first, String unit, List<String> chosen, List<FieldError> errors) {
        var view = new PageView(
                "publicservice/bundleStart", new LifeEventPage(event, receivers.options(first), unit, chosen, errors));
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /** The first service that starts here; its receivers are the ones to choose from. */
    private Service first(LifeEvent event) {
        return event.together().stream()
                .filter(member -> member.handling() == LifeEvent.Handling.OURS)
                .findFirst()
                .map(member -> catalogue.get(member.service()))
                .orElseThrow(() -> PublicServiceProblems.notStartable(event.code()));
    }

    private static List<String> all(LifeEvent event) {
        return event.together().stream()
                .map(member -> String.valueOf(member.ordinal()))
                .toList();
    }

    private static Set<Integer> ordinals(List<String> chosen) {
        return chosen.stream()
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }
}
