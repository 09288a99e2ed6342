package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.internal.second.Passkeys;
import vn.haidang.identity.internal.second.SecondFactors;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Proving what one has besides the password, on the way in. Whoever comes without a right password begins with that. */
@Controller
class SecondPages {

    static final String PROVE = "/sign-in/second";

    private final Proving proving;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Entering entering;

    SecondPages(Proving proving, SecondFactors factors, Passkeys passkeys, Entering entering) {
        this.proving = proving;
        this.factors = factors;
        this.passkeys = passkeys;
        this.entering = entering;
    }

    @GetMapping(PROVE)
    @Requires(Access.PUBLIC)
    ModelAndView show(HttpServletRequest request) {
        return proving.halfway(request)
                .map(half -> page(half, List.of(), request))
                .orElseGet(() -> Entering.away("/sign-in"));
    }

    @PostMapping(PROVE)
    @Requires(Access.PUBLIC)
    ModelAndView code(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var half = proving.halfway(request).orElse(null);
        if (half == null) {
            throw Proving.beginAgain();
        }
        if (code.isBlank()) {
            return Proving.wrong(
                    page(half, List.of(FieldError.of("code", "identity.second.code.empty")), request),
                    new SecondFactors.Refused(),
                    response);
        }
        return answer(half, factors.code(half.account(), code), "code", request, response);
    }

    @PostMapping(PROVE + "/passkey")
    @Requires(Access.PUBLIC)
    ModelAndView passkey(
            @RequestParam(defaultValue = "") String answer, HttpServletRequest request, HttpServletResponse response) {
        var half = proving.halfway(request).orElse(null);
        if (half == null) {
            throw Proving.beginAgain();
        }
        SecondFactors.Outcome outcome = proving.ceremony(request)
                .map(ceremony -> factors.passkey(half.account(), answer, ceremony))
                .orElse(new SecondFactors.Refused());
        return answer(half, outcome, "passkey", request, response);
    }

    private ModelAndView answer(
            Halfway half,
            SecondFactors.Outcome outcome,
            String field,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (outcome instanceof SecondFactors.Proved(var how)) {
            return entering.goOn(half.proved(how), request, response);
        }
        var error = Proving.error(outcome, field, "identity.second." + field + ".refused");
        return Proving.wrong(page(half, List.of(error), request), outcome, response);
    }

    private ModelAndView page(Halfway half, List<FieldError> errors, HttpServletRequest request) {
        var held = factors.of(half.account());
        var known = passkeys.known(half.account());
        var asked = known.isEmpty()
                ? PasskeyAsked.NONE
                : new PasskeyAsked(proving.challenge(request), Proving.host(request), "", "", "", known);
        return new PageView("identity/second", new SecondPage(held.authenticator(), held.codes(), asked, errors));
    }
}
