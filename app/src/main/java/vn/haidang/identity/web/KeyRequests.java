package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.internal.AccountAuthentication;
import vn.haidang.identity.internal.key.AccessKeys;
import vn.haidang.identity.spi.KeyDoor;

/**
 * Which key a request presents, and whose request it is by that. A request that presents a key is nobody else's: the session it may
 * carry too says nothing, so no browser can be made to send what a key allows.
 */
@Component
class KeyRequests {

    private static final String JUDGED = KeyRequests.class.getName();
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    /** What a request presents at a door; empty secret where the door asks for one and none is there. */
    record Presented(KeyDoor door, String secret, @Nullable String username) {}

    private final AccessKeys keys;
    private final Accounts accounts;

    KeyRequests(AccessKeys keys, Accounts accounts) {
        this.keys = keys;
        this.accounts = accounts;
    }

    /** Empty for a request of a browser. */
    static Optional<Presented> presented(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (KeyDoor.FEED.leadsTo(path)) {
            var parts = path.split("/", 4);
            return Optional.of(new Presented(KeyDoor.FEED, parts.length > 2 ? parts[2] : "", null));
        }
        var authorisation = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (KeyDoor.APPLICATION.leadsTo(path)) {
            return Optional.of(basic(authorisation));
        }
        if (authorisation != null && authorisation.startsWith(BEARER)) {
            return AccessKeys.shaped(authorisation.substring(BEARER.length()).strip())
                    .map(secret -> new Presented(KeyDoor.API, secret, null));
        }
        return Optional.empty();
    }

    /** How the presented key is judged, once for each request. */
    AccessKeys.Judgement judge(HttpServletRequest request, Presented presented) {
        if (request.getAttribute(JUDGED) instanceof AccessKeys.Judgement judged) {
            return judged;
        }
        var judged = judged(request, presented);
        request.setAttribute(JUDGED, judged);
        return judged;
    }

    Optional<AccountAuthentication> sender(HttpServletRequest request, Presented presented) {
        return judge(request, presented) instanceof AccessKeys.Stands(var key)
                ? Optional.of(AccountAuthentication.of(key))
                : Optional.empty();
    }

    private AccessKeys.Judgement judged(HttpServletRequest request, Presented presented) {
        if (!presented.door().leadsTo(request.getRequestURI())
                || AccessKeys.shaped(presented.secret()).isEmpty()) {
            return new AccessKeys.Refused();
        }
        var judged = keys.judge(presented.secret(), presented.door(), request.getRemoteAddr());
        var username = presented.username();
        if (username != null && judged instanceof AccessKeys.Stands(var key)) {
            return accounts.byUsername(username)
                            .filter(account -> account.id().equals(key.account()))
                            .isPresent()
                    ? judged
                    : new AccessKeys.Refused();
        }
        return judged;
    }

    private static Presented basic(@Nullable String authorisation) {
        if (authorisation != null && authorisation.startsWith(BASIC)) {
            try {
                var text = new String(
                        Base64.getDecoder()
                                .decode(authorisation.substring(BASIC.length()).strip()),
                        StandardCharsets.UTF_8);
                var colon = text.indexOf(':');
                if (colon > 0) {
                    return new Presented(KeyDoor.APPLICATION, text.substring(colon + 1), text.substring(0, colon));
                }
            } catch (IllegalArgumentException garbled) {
                return new Presented(KeyDoor.APPLICATION, "", "");
            }
        }
        return new Presented(KeyDoor.APPLICATION, "", "");
    }
}
