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
import vn.haidang.form.DraftId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.BundleId;
import vn.haidang.publicservice.Bundles;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.LifeEvent;
import vn.haidang.publicservice.PublicServiceProblems;
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
        return new PageView("publicservice/lifeEvent", LifeEventPage.of(bundles.event(code)));
    }

    @GetMapping("/life-events/{code}/start")
    @Requires(Access.SIGNED_IN)
    PageView start(@PathVariable String code, Reader reader) {
        LifeEvent event = bundles.event(code);
        Receiving first = first(event);
        return start(event, first, receivers.residence(first, reader), usual(event), List.of());
    }

    @PostMapping("/life-events/{code}/start")
    @Requires(Access.SIGNED_IN)
    ModelAndView prepare(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable List<String> part,
            Reader reader) {
        LifeEvent event = bundles.event(code);
        List<String> chosen = part == null ? List.of() : part;
        List<FieldError> wrong = wrong(event, chosen);
        if (!wrong.isEmpty()) {
            return start(event, first(event), unit, chosen, wrong);
        }
        try {
            var draft = bundles.prepare(code, ordinals(chosen), Ids.receiver(unit), reader);
            return to(screens.first(draft, reader));
        } catch (ProblemException refused) {
            return start(event, first(event), unit, chosen, noSuchUnit(refused));
        }
    }

    /** What a declaration that is begun is for, to choose otherwise; once it is handed in, what it became. */
    @GetMapping("/life-events/{code}/{draft}")
    @Requires(Access.SIGNED_IN)
    ModelAndView chosen(@PathVariable String code, @PathVariable String draft, Reader reader) {
        DraftId id = Ids.draft(draft);
        Bundles.Chosen chosen = chosen(id, reader);
        var handedIn = bundles.of(id, reader);
        if (handedIn.isPresent()) {
            return to("/my/life-events/" + handedIn.get().value());
        }
        LifeEvent event = bundles.event(chosen.event());
        Receiving first = first(event);
        return begun(
                event,
                first,
                id,
                first.among(chosen.units()),
                chosen.ordinals().stream().map(String::valueOf).toList(),
                List.of());
    }

    @PostMapping("/life-events/{code}/{draft}")
    @Requires(Access.SIGNED_IN)
    ModelAndView change(
            @PathVariable String code,
            @PathVariable String draft,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable List<String> part,
            Reader reader) {
        DraftId id = Ids.draft(draft);
        LifeEvent event = bundles.event(chosen(id, reader).event());
        List<String> chosen = part == null ? List.of() : part;
        List<FieldError> wrong = wrong(event, chosen);
        if (!wrong.isEmpty()) {
            return begun(event, first(event), id, unit, chosen, wrong);
        }
        try {
            bundles.change(id, ordinals(chosen), Ids.receiver(unit), reader);
            return to(screens.resume(id, reader));
        } catch (ProblemException refused) {
            var handedIn = bundles.of(id, reader);
            return handedIn.isPresent()
                    ? to("/my/life-events/" + handedIn.get().value())
                    : begun(event, first(event), id, unit, chosen, noSuchUnit(refused));
        }
    }

    private Bundles.Chosen chosen(DraftId draft, Reader reader) {
        return bundles.chosen(draft, reader).orElseThrow(PublicServiceProblems::noSuchApplication);
    }

    @GetMapping("/my/life-events/{id}")
    @Requires(Access.SIGNED_IN)
    PageView bundle(@PathVariable String id, Reader reader) {
        var bundle =
                bundles.get(new BundleId(Ids.uuid(id).orElseThrow(PublicServiceProblems::noSuchApplication)), reader);
        traces.readBundle(reader, bundle);
        return new PageView("publicservice/bundle", new BundlePage(bundle));
    }

    private PageView start(
            LifeEvent event, Receiving first, String unit, List<String> chosen, List<FieldError> errors) {
        String path = "/life-events/" + event.code();
        return choice(new LifeEventPage(event, first.options(), unit, chosen, path + "/start", path, false, errors));
    }

    private PageView begun(
            LifeEvent event,
            Receiving first,
            DraftId draft,
            String unit,
            List<String> chosen,
            List<FieldError> errors) {
        return choice(new LifeEventPage(
                event,
                first.options(),
                unit,
                chosen,
                "/life-events/" + event.code() + "/" + draft.value(),
                "/apply/" + first.service().code() + "/" + draft.value(),
                true,
                errors));
    }

    private static PageView choice(LifeEventPage page) {
        var view = new PageView("publicservice/bundleStart", page);
        if (!page.errors().isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static List<FieldError> wrong(LifeEvent event, List<String> chosen) {
        return event.together().stream()
                        .filter(member -> member.handling() == LifeEvent.Handling.OURS)
                        .anyMatch(member -> chosen.contains(String.valueOf(member.ordinal())))
                ? List.of()
                : List.of(FieldError.of("part", "publicservice.bundle.part.error"));
    }

    /** The one refusal that is told beside the field; any other goes on. */
    private static List<FieldError> noSuchUnit(ProblemException refused) {
        if (!refused.problem().equals(PublicServiceProblems.noSuchReceiver().problem())) {
            throw refused;
        }
        return List.of(FieldError.of("unit", "publicservice.start.unit.error"));
    }

    private static ModelAndView to(String path) {
        return new ModelAndView(new RedirectView(path, true));
    }

    /** The first service that starts here and leaves a choice of who receives it, else the first one; its receivers are the ones to choose from. */
    private Receiving first(LifeEvent event) {
        Receiving first = null;
        for (var member : event.together()) {
            if (member.handling() == LifeEvent.Handling.OURS && (first == null || !first.choice())) {
                Receiving next = receivers.of(catalogue.get(member.service()));
                first = first == null || next.choice() ? next : first;
            }
        }
        if (first == null) {
            throw PublicServiceProblems.notStartable(event.code());
        }
        return first;
    }

    private static List<String> usual(LifeEvent event) {
        return event.together().stream()
                .filter(LifeEvent.Member::usual)
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
