package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.identity.Attempts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.provider.Departure;
import vn.haidang.identity.internal.provider.ProviderAccounts;
import vn.haidang.identity.internal.provider.ProviderSignIn;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** Signing in with an account of the identity provider, and out there too. */
@Controller
class ProviderController {

    static final String TOKEN = "haidang.provider-token";
    static final String LEAVING = "haidang.leaving";

    private static final String DEPARTURE = "haidang.departure";
    private static final Attempts.Limit LIMIT = new Attempts.Limit("provider", 60, Duration.ofMinutes(15));

    private final ProviderSignIn provider;
    private final ProviderAccounts accounts;
    private final Entering entering;
    private final Attempts attempts;

    ProviderController(ProviderSignIn provider, ProviderAccounts accounts, Entering entering, Attempts attempts) {
        this.provider = provider;
        this.accounts = accounts;
        this.entering = entering;
        this.attempts = attempts;
    }

    @GetMapping("/sign-in/provider")
    @Requires(Access.PUBLIC)
    ModelAndView depart(@RequestParam(defaultValue = "") String next, Reader reader, HttpServletRequest request) {
        provider.requireOne();
        if (reader.signedIn()) {
            return entering.to(next, reader);
        }
        limit(request);
        var departure = provider.depart(LocalPath.of(next).orElse(""));
        var english = "en".equals(RequestContextUtils.getLocale(request).getLanguage());
        var address = provider.address(departure, returnTo(request), english);
        request.getSession().setAttribute(DEPARTURE, departure.text());
        return away(address.toString());
    }

    @GetMapping("/sign-in/provider/return")
    @Requires(Access.PUBLIC)
    ModelAndView arrive(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String iss,
            @RequestParam(defaultValue = "") String error,
            HttpServletRequest request,
            HttpServletResponse response) {
        limit(request);
        var departure = takeDeparture(request);
        if (error.equals("access_denied")) {
            return away("/sign-in?refused=1");
        }
        var arrival = provider.arrive(departure, state, code, iss, returnTo(request));
        var account = accounts.of(arrival);
        var entered = entering.enter(account, departure == null ? "" : departure.next(), request, response);
        request.getSession().setAttribute(TOKEN, arrival.token());
        return entered;
    }

    /** Signed out here; the browser goes on by itself to be signed out at the provider. */
    @GetMapping("/signed-out")
    @Requires(Access.PUBLIC)
    ModelAndView signedOut(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(LEAVING) instanceof String leaving)) {
            return away("/");
        }
        session.removeAttribute(LEAVING);
        response.setHeader("Refresh", "0;url=" + leaving);
        return new PageView("identity/signed-out", new SignedOutPage(leaving));
    }

    /** A departure is answered once; whatever comes a second time meets none. */
    private static @org.jspecify.annotations.Nullable Departure takeDeparture(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return null;
        }
        var departure = Departure.of(session.getAttribute(DEPARTURE)).orElse(null);
        session.removeAttribute(DEPARTURE);
        return departure;
    }

    private void limit(HttpServletRequest request) {
        if (!attempts.take(LIMIT, request.getRemoteAddr())) {
            throw Problem.of(
                            "identity/too-many-attempts",
                            429,
                            LIMIT.pause().plusSeconds(59).toMinutes())
                    .exception();
        }
    }

    static String returnTo(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/sign-in/provider/return")
                .toUriString();
    }

    private static ModelAndView away(String address) {
        var redirect = new RedirectView(address);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }
}
