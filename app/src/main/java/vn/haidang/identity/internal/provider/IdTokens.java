package vn.haidang.identity.internal.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/**
 * Checks what a provider says about somebody who signed in there (OpenID Connect Core 1.0, section 3.1.3.7): signed by a key of the
 * provider, issued by it, for us, still valid, and in answer to our own question. Whether it is still valid is asked of the real time
 * and not of the platform's clock: it was the provider's clock that set it.
 */
final class IdTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Set<String> NEEDED = Set.of("sub", "exp", "iat", "nonce");

    private final String clientId;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    IdTokens(ProviderSettings settings, JWKSource<SecurityContext> keys) {
        this.clientId = settings.clientId();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                clientId, new JWTClaimsSet.Builder().issuer(settings.issuer()).build(), NEEDED));
    }

    /** @throws ProblemException {@code identity/provider-refused} */
    JWTClaimsSet verify(String token, String nonce) {
        try {
            var claims = processor.process(token, null);
            if (!same(nonce, claims.getStringClaim("nonce"))) {
                throw refused();
            }
            var authorized = claims.getStringClaim("azp");
            if (authorized == null ? claims.getAudience().size() > 1 : !authorized.equals(clientId)) {
                throw refused();
            }
            return claims;
        } catch (ParseException | BadJOSEException e) {
            throw refused();
        } catch (JOSEException noKeys) {
            throw Provider.away();
        }
    }

    static ProblemException refused() {
        return Problem.of("identity/provider-refused", 403).exception();
    }

    private static boolean same(String asked, @Nullable String answered) {
        return answered != null
                && MessageDigest.isEqual(
                        asked.getBytes(StandardCharsets.UTF_8), answered.getBytes(StandardCharsets.UTF_8));
    }
}
