package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.SignIn;
import vn.haidang.identity.internal.provider.Provider;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Signing in with a local account. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final Entering entering;
    private final Provider provider;

    SignInController(SignIn signIn, Entering entering, Provider provider) {
        this.signIn = signIn;
        this.entering = entering;
        this.provider = provider;
    }

    @GetMapping("/sign-in")
    @Requires(Access.PUBLIC)
    ModelAndView show(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String refused,
            Reader reader) {
        if (reader.signedIn()) {
            return entering.to(next, reader);
        }
        return page(
                "",
                next,
                refused.isEmpty() ? List.of() : List.of(FieldError.of("provider", "identity.provider.denied")));
    }

    @PostMapping("/sign-in")
    @Requires(Access.PUBLIC)
    ModelAndView submit(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (username.isBlank() || password.isEmpty()) {
            return wrong(username, next, username.isBlank() ? "username" : "password", "identity.sign-in.empty");
        }
        return switch (signIn.attempt(username, password, request.getRemoteAddr())) {
            case SignIn.Accepted(var account) -> entering.enter(account, next, request, response);
            case SignIn.Refused() -> wrong(username, next, "username", "identity.sign-in.refused");
            case SignIn.TooMany(var pause) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds()));
                var page = wrong(
                        username,
                        next,
                        "username",
                        "problem.identity.too-many-attempts",
                        Math.max(1, pause.plusSeconds(59).toMinutes()));
                page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                yield page;
            }
        };
    }

    private ModelAndView wrong(String username, String next, String field, String key, Object... arguments) {
        var page = page(username, next, List.of(FieldError.of(field, key, arguments)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(String username, String next, List<FieldError> errors) {
        return new PageView(
                "identity/sign-in",
                new SignInPage(username, LocalPath.of(next).orElse(""), provider.configured(), errors));
    }
}
