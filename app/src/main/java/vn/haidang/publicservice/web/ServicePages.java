package vn.haidang.publicservice.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.ServiceQuestion;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** The catalogue: searched, narrowed, and each service. */
@Controller
class ServicePages {

    private static final int A_PAGE = 20;

    private final Catalogue catalogue;

    ServicePages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/services")
    @Requires(Access.PUBLIC)
    PageView services(
            @RequestParam(name = "q", required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable String audience,
            @RequestParam(required = false) @Nullable String page) {
        var question = new ServiceQuestion(words, field, event, audience);
        var found = catalogue.find(question, new PageRequest(Pages.number(page), A_PAGE));
        return new PageView(
                "publicservice/services",
                new ServicesPage(question, found, catalogue.fields(), catalogue.lifeEvents()));
    }

    @GetMapping("/services/{code}")
    @Requires(Access.PUBLIC)
    PageView service(@PathVariable String code) {
        return new PageView("publicservice/service", new ServicePage(catalogue.get(code)));
    }

    @GetMapping("/search")
    @Requires(Access.PUBLIC)
    RedirectView search(@RequestParam(name = "q", defaultValue = "") String words, RedirectAttributes attributes) {
        attributes.addAttribute("q", words);
        return new RedirectView("/services", true);
    }
}
