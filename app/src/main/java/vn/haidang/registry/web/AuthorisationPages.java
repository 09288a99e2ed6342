package vn.haidang.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.identity.Reader;
import vn.haidang.registry.AuthorisationId;
import vn.haidang.registry.Authorisations;
import vn.haidang.registry.spi.AuthorisableServices;
import vn.haidang.registry.spi.AuthorisableServices.AuthorisableService;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** Whom one lets act in one's name, and in whose name one was let act. */
@Controller
class AuthorisationPages {

    private static final String PATH = "/my/authorisations";

    private final Authorisations authorisations;
    private final ObjectProvider<AuthorisableServices> services;
    private final Clock clock;

    AuthorisationPages(Authorisations authorisations, ObjectProvider<AuthorisableServices> services, Clock clock) {
        this.authorisations = authorisations;
        this.services = services;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Requires(Access.SIGNED_IN)
    ModelAndView list(Reader reader) {
        return new PageView(
                "registry/authorisations",
                new AuthorisationsPage(
                        reader.partyName(),
                        authorisations.mayGive(reader),
                        authorisations.received(reader),
                        authorisations.given(reader),
                        names()));
    }

    @GetMapping(PATH + "/new")
    @Requires(Access.SIGNED_IN)
    ModelAndView ask(Reader reader) {
        return form(AuthorisationForm.empty(today()), List.of(), reader);
    }

    @PostMapping(PATH)
    @Requires(Access.SIGNED_IN)
    ModelAndView give(@RequestParam MultiValueMap<String, String> sent, Reader reader) {
        var form = AuthorisationForm.of(sent);
        var errors = form.errors(today(), names().keySet());
        var key = uuid(form.key());
        if (!errors.isEmpty() || key.isEmpty()) {
            return form(form, errors, reader);
        }
        try {
            authorisations.give(form.wanted(key.get(), reader));
            return home();
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("registry/authorise-oneself")) {
                throw refused;
            }
            return form(form, List.of(FieldError.of("number", "registry.authorise.oneself")), reader);
        }
    }

    /** {@code act}: accept, decline or give-back of the authorised, revoke of whoever gave it. */
    @PostMapping(PATH + "/{id}")
    @Requires(Access.SIGNED_IN)
    ModelAndView answer(@PathVariable String id, @RequestParam(defaultValue = "") String act, Reader reader) {
        var authorisation = new AuthorisationId(uuid(id).orElseThrow(AuthorisationPages::unknown));
        switch (act) {
            case "accept" -> authorisations.accept(authorisation, reader);
            case "decline" -> authorisations.decline(authorisation, reader);
            case "give-back" -> authorisations.giveBack(authorisation, reader);
            case "revoke" -> authorisations.revoke(authorisation, reader);
            default -> throw unknown();
        }
        return home();
    }

    private ModelAndView form(AuthorisationForm form, List<FieldError> errors, Reader reader) {
        if (!authorisations.mayGive(reader)) {
            throw Problem.of("registry/may-not-authorise", 403).exception();
        }
        var view = new PageView(
                "registry/authorise",
                new AuthorisePage(reader.partyName(), form, List.copyOf(names().values()), errors));
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Map<String, AuthorisableService> names() {
        return services.stream()
                .flatMap(known -> known.today().stream())
                .collect(Collectors.toMap(
                        AuthorisableService::code, each -> each, (one, same) -> one, java.util.LinkedHashMap::new));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static ModelAndView home() {
        var redirect = new RedirectView(PATH, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static ProblemException unknown() {
        return Problem.of("registry/no-such-authorisation", 404).exception();
    }
}
