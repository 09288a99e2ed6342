package vn.haidang.publicservice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.organization.Unit;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.ServiceQuestion;
import vn.haidang.publicservice.internal.FormerLevels;
import vn.haidang.publicservice.internal.Receivers;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** The catalogue: searched, narrowed, and each service. */
@Controller
class ServicePages {

    private static final int A_PAGE = 20;

    private final Catalogue catalogue;
    private final FormerLevels formerLevels;
    private final Receivers receivers;
    private final Points points;

    ServicePages(Catalogue catalogue, FormerLevels formerLevels, Receivers receivers, Points points) {
        this.catalogue = catalogue;
        this.formerLevels = formerLevels;
        this.receivers = receivers;
        this.points = points;
    }

    @GetMapping("/services")
    @Requires(Access.PUBLIC)
    PageView services(
            @RequestParam(name = "q", required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable String audience,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String page) {
        var question = new ServiceQuestion(words, field, event, audience, agency);
        var found = catalogue.find(question, new PageRequest(Pages.number(page), A_PAGE));
        return new PageView(
                "publicservice/services",
                new ServicesPage(question, found, catalogue.fields(), catalogue.lifeEvents(), catalogue.agencies()));
    }

    @GetMapping("/services/{code}")
    @Requires(Access.PUBLIC)
    PageView service(@PathVariable String code) {
        Service service = catalogue.get(code);
        return new PageView("publicservice/service", page(service, null));
    }

    /** One version as it was or will be; nothing starts from here. */
    @GetMapping("/services/{code}/versions/{version}")
    @Requires(Access.PUBLIC)
    PageView version(@PathVariable String code, @PathVariable String version) {
        int number = version.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(version) : 0;
        return new PageView("publicservice/service", page(catalogue.version(code, number), number));
    }

    private ServicePage page(Service service, @Nullable Integer asked) {
        List<Unit> receiving = receivers.of(service);
        return new ServicePage(
                service,
                catalogue.versions(service.code()),
                formerLevels.of(service.code()),
                receiving,
                asked == null
                        && !points.takingAppointments(
                                        receiving.stream().map(Unit::id).toList())
                                .isEmpty(),
                asked);
    }

    @GetMapping("/search")
    @Requires(Access.PUBLIC)
    RedirectView search(@RequestParam(name = "q", defaultValue = "") String words, RedirectAttributes attributes) {
        attributes.addAttribute("q", words);
        return new RedirectView("/services", true);
    }
}
