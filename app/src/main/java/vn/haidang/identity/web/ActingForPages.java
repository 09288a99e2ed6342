package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.AccountAuthentication;
import vn.haidang.identity.internal.Acting;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** For whom one acts: oneself, a business, a child, somebody who authorised one. */
@Controller
class ActingForPages {

    private static final String SELF = "self";

    private final Acting acting;
    private final SessionAccounts sessions;

    ActingForPages(Acting acting, SessionAccounts sessions) {
        this.acting = acting;
        this.sessions = sessions;
    }

    /** With a party, for whom the page behind {@code next} is: whoever acts for it already goes on at once. */
    @GetMapping("/my/acting-for")
    @Requires(Access.SIGNED_IN)
    ModelAndView show(
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String next,
            Reader reader) {
        var present = reader.mandate();
        if (present != null && present.party().value().toString().equals(party)) {
            return to(next);
        }
        var mandates = acting.all(account(reader));
        var wanted = mandates.stream()
                .filter(mandate -> mandate.party().value().toString().equals(party))
                .map(ActingForPages::key)
                .findFirst();
        var value = wanted.orElseGet(() -> present == null ? SELF : key(present));
        return page(reader, mandates, value, next, wanted.isPresent(), List.of());
    }

    @PostMapping("/my/acting-for")
    @Requires(Access.SIGNED_IN)
    ModelAndView choose(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String next,
            Reader reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = account(reader);
        var mandates = acting.all(account);
        Optional<Mandate> chosen =
                mandates.stream().filter(mandate -> key(mandate).equals(who)).findFirst();
        if (chosen.isEmpty() && !who.equals(SELF)) {
            var wrong = page(
                    reader, mandates, "", next, false, List.of(FieldError.of("who", "identity.acting.choose.error")));
            wrong.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return wrong;
        }
        acting.chosen(reader, chosen.orElse(null));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new AccountAuthentication(account, chosen.map(Mandate::id).orElse(null)));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return to(next);
    }

    private static ModelAndView page(
            Reader reader, List<Mandate> mandates, String value, String next, boolean wanted, List<FieldError> errors) {
        return new PageView(
                "identity/acting-for",
                new ActingForPage(
                        reader.displayName(),
                        mandates,
                        value,
                        LocalPath.of(next).orElse(""),
                        wanted,
                        errors));
    }

    private static ModelAndView to(String next) {
        var redirect = new RedirectView(LocalPath.of(next).orElse("/my"));
        redirect.setExpandUriTemplateVariables(false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static String key(Mandate mandate) {
        return mandate.id().value().toString();
    }

    private static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }
}
