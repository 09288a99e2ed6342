package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.internal.second.Authenticators;
import vn.haidang.identity.internal.second.Passkeys;
import vn.haidang.identity.internal.second.SecondFactors;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.QrPicture;
import vn.haidang.ui.Requires;

/** Setting up what one will have besides the password: on the way in where the role asks for it, else whenever one likes. */
@Controller
class EnrolPages {

    static final String PATH = "/sign-in/second/new";

    private static final String OFFER = "haidang.offer";

    private final Proving proving;
    private final SecondFactors factors;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final KeptCodes codes;

    EnrolPages(
            Proving proving,
            SecondFactors factors,
            Authenticators authenticators,
            Passkeys passkeys,
            Accounts accounts,
            KeptCodes codes) {
        this.proving = proving;
        this.factors = factors;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.codes = codes;
    }

    @GetMapping(PATH)
    @Requires(Access.PUBLIC)
    ModelAndView show(HttpServletRequest request) {
        return proving.mayEnrol(request)
                .map(who -> page(who, List.of(), request))
                .orElseGet(() -> Entering.away("/sign-in"));
    }

    /** The first code of the authenticator that took the secret. */
    @PostMapping(PATH)
    @Requires(Access.PUBLIC)
    ModelAndView authenticator(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var who = proving.mayEnrol(request).orElse(null);
        if (who == null) {
            throw Proving.beginAgain();
        }
        var offer = kept(request);
        return answer(
                who,
                "code",
                () -> offer == null
                        ? new SecondFactors.Refused()
                        : factors.enrolAuthenticator(who.account(), offer, code),
                request,
                response);
    }

    @PostMapping(PATH + "/passkey")
    @Requires(Access.PUBLIC)
    ModelAndView passkey(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        var who = proving.mayEnrol(request).orElse(null);
        if (who == null) {
            throw Proving.beginAgain();
        }
        return answer(
                who,
                "passkey",
                () -> proving.ceremony(request)
                        .map(ceremony -> factors.enrolPasskey(who.account(), answer, ceremony, name))
                        .orElse(new SecondFactors.Refused()),
                request,
                response);
    }

    private ModelAndView answer(
            Proving.Who who,
            String field,
            Supplier<SecondFactors.Outcome> enrolment,
            HttpServletRequest request,
            HttpServletResponse response) {
        var outcome = enrolment.get();
        if (outcome instanceof SecondFactors.Proved(var how)) {
            request.getSession().removeAttribute(OFFER);
            var half = who.half();
            if (half == null) {
                request.getSession().setAttribute(SessionAccounts.PROVED, how);
            } else {
                half.proved(how).keep(request);
            }
            if (factors.of(who.account()).codes() == 0) {
                codes.make(who.account(), request);
            }
            return Entering.away(CodesPages.PATH);
        }
        var error = Proving.error(outcome, field, "identity.enrol." + field + ".refused");
        return Proving.wrong(page(who, List.of(error), request), outcome, response);
    }

    private ModelAndView page(Proving.Who who, List<FieldError> errors, HttpServletRequest request) {
        var account = accounts.find(who.account()).orElse(null);
        if (account == null) {
            return Entering.away("/sign-in");
        }
        var sealed = kept(request);
        var offer = sealed == null
                ? authenticators.offer(who.account(), account.username())
                : authenticators.offered(who.account(), account.username(), sealed);
        request.getSession().setAttribute(OFFER, who.account().value() + " " + offer.sealed());
        var asked = new PasskeyAsked(
                proving.challenge(request),
                Proving.host(request),
                Passkeys.handle(who.account()),
                account.username(),
                account.displayName(),
                passkeys.known(who.account()));
        return new PageView(
                "identity/enrol",
                new EnrolPage(
                        who.half() != null,
                        QrPicture.of(offer.address()),
                        offer.grouped(),
                        offer.address(),
                        asked,
                        errors));
    }

    /** The secret this very account was offered; one offered to whoever sat here before is worth nothing. */
    private @Nullable String kept(HttpServletRequest request) {
        var who = proving.mayEnrol(request).orElse(null);
        var session = request.getSession(false);
        if (who != null && session != null && session.getAttribute(OFFER) instanceof String kept) {
            var parts = kept.split(" ", 2);
            return parts[0].equals(who.account().value().toString()) ? parts[1] : null;
        }
        return null;
    }
}
