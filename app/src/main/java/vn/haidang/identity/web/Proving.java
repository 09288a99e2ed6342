package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.RequestReader;
import vn.haidang.identity.internal.second.Ceremony;
import vn.haidang.identity.internal.second.Passkeys;
import vn.haidang.identity.internal.second.SecondFactors;
import vn.haidang.identity.internal.second.Steps;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Problem;

/** Who is on the pages of the second factor, and over which challenge: somebody halfway in, or somebody signed in. */
@Component
class Proving {

    private static final String CHALLENGE = "haidang.challenge";

    /**
     * Whose second factor a page is about.
     *
     * @param half null when signed in
     */
    record Who(AccountId account, @Nullable Halfway half) {}

    private final RequestReader readers;
    private final Passkeys passkeys;
    private final Steps steps;
    private final Clock clock;

    Proving(RequestReader readers, Passkeys passkeys, Steps steps, Clock clock) {
        this.readers = readers;
        this.passkeys = passkeys;
        this.steps = steps;
        this.clock = clock;
    }

    Optional<Halfway> halfway(HttpServletRequest request) {
        return readers.of(request).signedIn() ? Optional.empty() : Halfway.of(request, clock.instant());
    }

    /** Who may set something up: signed in, and proved where there is something to prove; or halfway in and told to. */
    Optional<Who> mayEnrol(HttpServletRequest request) {
        var account = readers.of(request).account();
        if (account != null) {
            return Optional.of(new Who(account, null)).filter(who -> !mustProve(request, account));
        }
        return halfway(request)
                .filter(half -> steps.next(half.account(), half.proved()) == Steps.Step.ENROL || half.proved())
                .map(half -> new Who(half.account(), half));
    }

    /** A session of long ago may know nothing of what was set up in another. */
    boolean mustProve(HttpServletRequest request, AccountId account) {
        var session = request.getSession(false);
        var proved = session != null && session.getAttribute(SessionAccounts.PROVED) != null;
        return steps.next(account, proved) == Steps.Step.PROVE;
    }

    /** A new challenge, answered once. */
    String challenge(HttpServletRequest request) {
        var challenge = passkeys.challenge();
        request.getSession().setAttribute(CHALLENGE, challenge);
        return challenge;
    }

    Optional<Ceremony> ceremony(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(CHALLENGE) instanceof String challenge)) {
            return Optional.empty();
        }
        session.removeAttribute(CHALLENGE);
        var here = ServletUriComponentsBuilder.fromContextPath(request)
                .replacePath(null)
                .build();
        return Optional.of(new Ceremony(challenge, here.toUriString(), Objects.requireNonNullElse(here.getHost(), "")));
    }

    static String host(HttpServletRequest request) {
        return Objects.requireNonNullElse(
                ServletUriComponentsBuilder.fromContextPath(request).build().getHost(), "");
    }

    /** Something was sent by somebody of whom no right password is remembered any more. */
    static RuntimeException beginAgain() {
        return Problem.of("identity/sign-in-again", 401).exception();
    }

    /** What was wrong, on the page that is shown again. */
    static FieldError error(SecondFactors.Outcome outcome, String field, String refused) {
        return switch (outcome) {
            case SecondFactors.Proved proved -> FieldError.of(field, refused);
            case SecondFactors.Refused refusal -> FieldError.of(field, refused);
            case SecondFactors.TooMany(var pause) ->
                FieldError.of(
                        field,
                        "problem.identity.too-many-attempts",
                        Math.max(1, pause.plusSeconds(59).toMinutes()));
        };
    }

    static ModelAndView wrong(ModelAndView page, SecondFactors.Outcome outcome, HttpServletResponse response) {
        if (outcome instanceof SecondFactors.TooMany(var pause)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds()));
            page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        } else {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
