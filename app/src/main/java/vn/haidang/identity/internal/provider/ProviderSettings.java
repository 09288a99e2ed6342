package vn.haidang.identity.internal.provider;

import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haidang.StartRefused;

/** Which provider people may sign in with, from {@code HAIDANG_OIDC_…}; none when no issuer is set. */
@Component
public class ProviderSettings {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String scope;
    private final String numberClaim;

    ProviderSettings(
            @Value("${haidang.oidc.issuer:}") String issuer,
            @Value("${haidang.oidc.client-id:}") String clientId,
            @Value("${haidang.oidc.client-secret:}") String clientSecret,
            @Value("${haidang.oidc.scope:openid profile}") String scope,
            @Value("${haidang.oidc.number-claim:citizen_number}") String numberClaim) {
        this.issuer = issuer.strip();
        this.clientId = clientId.strip();
        this.clientSecret = clientSecret.strip();
        this.scope = scope.strip();
        this.numberClaim = numberClaim.strip();
        if (configured()) {
            check();
        }
    }

    public boolean configured() {
        return !issuer.isEmpty();
    }

    String issuer() {
        return issuer;
    }

    String clientId() {
        return clientId;
    }

    /** Empty for a client that has none and is known by its proof key alone. */
    String clientSecret() {
        return clientSecret;
    }

    String scope() {
        return scope;
    }

    /** Name of the claim with the personal identification number. */
    String numberClaim() {
        return numberClaim;
    }

    private void check() {
        var uri = URI.create(issuer);
        var secure = "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
        if (!secure) {
            throw new StartRefused("HAIDANG_OIDC_ISSUER=" + issuer + " must be an https address");
        }
        if (clientId.isEmpty()) {
            throw new StartRefused("HAIDANG_OIDC_ISSUER is set, but HAIDANG_OIDC_CLIENT_ID is not");
        }
    }
}
