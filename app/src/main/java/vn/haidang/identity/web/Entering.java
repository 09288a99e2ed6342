package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.AccountAuthentication;
import vn.haidang.identity.internal.SignIn;
import vn.haidang.identity.internal.second.Steps;

/**
 * Lets an account in: a session with another id, and on to where somebody wanted to go. Until every step is done the session is
 * nobody's, so nothing can be done with it.
 */
@Component
class Entering {

    private final SessionAccounts sessions;
    private final SessionAuthenticationStrategy freshSession;
    private final FirstPlace first;
    private final Steps steps;
    private final SignIn signIn;
    private final Clock clock;

    Entering(
            SessionAccounts sessions,
            SessionAuthenticationStrategy freshSession,
            FirstPlace first,
            Steps steps,
            SignIn signIn,
            Clock clock) {
        this.sessions = sessions;
        this.freshSession = freshSession;
        this.first = first;
        this.steps = steps;
        this.signIn = signIn;
        this.clock = clock;
    }

    /** Somebody whose password was right, or for whom the identity provider vouches. */
    ModelAndView enter(AccountId account, String next, HttpServletRequest request, HttpServletResponse response) {
        var half = new Halfway(account, clock.instant(), "", LocalPath.of(next).orElse(""));
        var step = steps.next(account, false);
        if (step == Steps.Step.NONE) {
            return open(half, request, response);
        }
        freshSession.onAuthentication(new AccountAuthentication(account), request, response);
        leave(request, response);
        half.keep(request);
        return away(path(step));
    }

    /** Somebody who did one of the steps: to the next, or in. */
    ModelAndView goOn(Halfway half, HttpServletRequest request, HttpServletResponse response) {
        var step = steps.next(half.account(), half.proved());
        if (step != Steps.Step.NONE) {
            half.keep(request);
            return away(path(step));
        }
        signIn.completed(half.account(), half.proof());
        return open(half, request, response);
    }

    /** Somebody whose session says too little for what they hold by now: back to the step that is missing. */
    String halt(AccountId account, String next, HttpServletRequest request, HttpServletResponse response) {
        leave(request, response);
        new Halfway(account, clock.instant(), "", LocalPath.of(next).orElse("")).keep(request);
        return path(steps.next(account, false));
    }

    /** Whoever was signed in here is so no more: between two people, or two steps, the session is nobody's. */
    private void leave(HttpServletRequest request, HttpServletResponse response) {
        var nobody = SecurityContextHolder.createEmptyContext();
        SecurityContextHolder.setContext(nobody);
        sessions.saveContext(nobody, request, response);
    }

    private ModelAndView open(Halfway half, HttpServletRequest request, HttpServletResponse response) {
        var signedIn = new AccountAuthentication(half.account());
        freshSession.onAuthentication(signedIn, request, response);
        Halfway.forget(request);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        request.getSession().setAttribute(SessionAccounts.PROVED, half.proved() ? half.proof() : null);
        return away(LocalPath.of(half.next()).orElseGet(() -> first.of(half.account())));
    }

    private static String path(Steps.Step step) {
        return switch (step) {
            case PROVE -> SecondPages.PROVE;
            case PASSWORD -> PasswordPages.PATH;
            case ENROL -> EnrolPages.PATH;
            case NONE -> "/sign-in";
        };
    }

    /** Somebody who is signed in already. */
    ModelAndView to(String next, Reader reader) {
        return away(LocalPath.of(next).orElseGet(() -> first.of(reader)));
    }

    static ModelAndView away(String path) {
        var redirect = new RedirectView(path);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
