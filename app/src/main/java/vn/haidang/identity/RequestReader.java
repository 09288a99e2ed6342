package vn.haidang.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.haidang.identity.internal.AccountAuthentication;
import vn.haidang.identity.internal.second.SecondFactorPolicy;
import vn.haidang.identity.spi.Representation;

/** Who sent a request: read once and kept with the request. For badges and panels; controllers take a {@link Reader}. */
@Component
public class RequestReader {

    private static final String KEPT = RequestReader.class.getName();
    private static final String ENDED = KEPT + ".ended";
    private static final String UNPROVED = KEPT + ".unproved";

    private final Accounts accounts;
    private final ObjectProvider<Representation> representation;
    private final SecondFactorPolicy policy;
    private final Clock clock;

    RequestReader(
            Accounts accounts, ObjectProvider<Representation> representation, SecondFactorPolicy policy, Clock clock) {
        this.accounts = accounts;
        this.representation = representation;
        this.policy = policy;
        this.clock = clock;
    }

    /** Whoever chose to act for another and may no longer is here as themselves, see {@link #lostMandate}. */
    public Reader of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Reader reader) {
            return reader;
        }
        var reader = SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication signedIn
                ? read(signedIn, request)
                : Reader.ANONYMOUS;
        request.setAttribute(KEPT, reader);
        return reader;
    }

    /** Whether the sender chose to act for somebody for whom they may no longer act. */
    public boolean lostMandate(HttpServletRequest request) {
        of(request);
        return request.getAttribute(ENDED) != null;
    }

    /** Whether the sender holds a role that asks for more than a password, and this session began with a password alone. */
    public boolean unproved(HttpServletRequest request) {
        of(request);
        return request.getAttribute(UNPROVED) != null;
    }

    private Reader read(AccountAuthentication signedIn, HttpServletRequest request) {
        var known = signedIn.known();
        var found = known == null ? accounts.findReader(signedIn.account()).orElse(Reader.ANONYMOUS) : known;
        var self = proved(found, signedIn, request);
        var chosen = signedIn.mandate();
        if (chosen == null || !self.signedIn()) {
            return self;
        }
        var mandate = Optional.ofNullable(representation.getIfAvailable())
                .flatMap(mandates -> mandates.find(signedIn.account(), chosen, LocalDate.now(clock)));
        if (mandate.isEmpty()) {
            request.setAttribute(ENDED, true);
        }
        return mandate.map(self::actingUnder).orElse(self);
    }

    /** Without what was asked for, no post counts. */
    private Reader proved(Reader found, AccountAuthentication signedIn, HttpServletRequest request) {
        if (signedIn.proved() || !policy.demands(found)) {
            return found;
        }
        request.setAttribute(UNPROVED, true);
        return new Reader(found.account(), found.displayName(), Set.of(), found.person(), null);
    }
}
