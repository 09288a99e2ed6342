package vn.haidang.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.haidang.identity.internal.AccountAuthentication;
import vn.haidang.identity.spi.Representation;

/** Who sent a request: read once and kept with the request. For badges and panels; controllers take a {@link Reader}. */
@Component
public class RequestReader {

    private static final String KEPT = RequestReader.class.getName();
    private static final String ENDED = KEPT + ".ended";

    private final Accounts accounts;
    private final ObjectProvider<Representation> representation;
    private final Clock clock;

    RequestReader(Accounts accounts, ObjectProvider<Representation> representation, Clock clock) {
        this.accounts = accounts;
        this.representation = representation;
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

    private Reader read(AccountAuthentication signedIn, HttpServletRequest request) {
        var known = signedIn.known();
        var self = known == null ? accounts.findReader(signedIn.account()).orElse(Reader.ANONYMOUS) : known;
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
}
