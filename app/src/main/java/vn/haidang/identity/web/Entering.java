package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.internal.AccountAuthentication;

/** Lets an account in: a session with another id, and on to where somebody wanted to go. */
@Component
class Entering {

    private final SessionAccounts sessions;
    private final SessionAuthenticationStrategy freshSession;
    private final Accounts accounts;

    Entering(SessionAccounts sessions, SessionAuthenticationStrategy freshSession, Accounts accounts) {
        this.sessions = sessions;
        this.freshSession = freshSession;
        this.accounts = accounts;
    }

    ModelAndView enter(AccountId account, String next, HttpServletRequest request, HttpServletResponse response) {
        var signedIn = new AccountAuthentication(account);
        freshSession.onAuthentication(signedIn, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return to(next, accounts.reader(account).official());
    }

    static ModelAndView to(String next, boolean official) {
        var redirect = new RedirectView(LocalPath.of(next).orElse(official ? "/desk" : "/my"));
        redirect.setExpandUriTemplateVariables(false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
