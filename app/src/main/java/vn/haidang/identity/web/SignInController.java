package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.AccountAuthentication;
import vn.haidang.identity.internal.SignIn;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Signing in with a local account. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final SessionAccounts sessions;
    private final SessionAuthenticationStrategy freshSession;
    private final Accounts accounts;

    SignInController(
            SignIn signIn, SessionAccounts sessions, SessionAuthenticationStrategy freshSession, Accounts accounts) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.freshSession = freshSession;
        this.accounts = accounts;
    }

    @GetMapping("/sign-in")
    @Requires(Access.PUBLIC)
    ModelAndView show(@RequestParam(defaultValue = "") String next, Reader reader) {
        if (reader.signedIn()) {
            return to(next, reader);
        }
        return page("", next, List.of());
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
            case SignIn.Accepted(var account) -> {
                enter(account, request, response);
                yield to(next, accounts.reader(account));
            }
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

    private void enter(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        var signedIn = new AccountAuthentication(account);
        freshSession.onAuthentication(signedIn, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    private static ModelAndView to(@Nullable String next, Reader reader) {
        var path = LocalPath.of(next).orElse(reader.official() ? "/desk" : "/my");
        var redirect = new RedirectView(path);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static ModelAndView wrong(String username, String next, String field, String key, Object... arguments) {
        var page = page(username, next, List.of(FieldError.of(field, key, arguments)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView page(String username, String next, List<FieldError> errors) {
        return new PageView(
                "identity/sign-in", new SignInPage(username, LocalPath.of(next).orElse(""), errors));
    }
}
