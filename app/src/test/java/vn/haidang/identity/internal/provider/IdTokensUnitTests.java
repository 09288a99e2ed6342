package vn.haidang.identity.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vn.haidang.StartRefused;
import vn.haidang.ui.ProblemException;

class IdTokensUnitTests {

    private static final String ISSUER = "https://id.example.vn/realms/vneid";
    private static final String CLIENT = "haidang";
    private static final String NONCE = "the nonce of this departure";
    private static final RSAKey KEY = key("one");
    private static final RSAKey STRANGER = key("one");

    private final IdTokens tokens =
            new IdTokens(settings(ISSUER, CLIENT), new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())));

    @Test
    void believesAGoodToken() {
        assertThat(tokens.verify(signed(claims -> claims), NONCE).getSubject()).isEqualTo("subject");
        assertThatCode(() -> tokens.verify(
                        signed(claims ->
                                claims.audience(List.of(CLIENT, "another")).claim("azp", CLIENT)),
                        NONCE))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatAnotherIssued() {
        refuses(claims -> claims.issuer("https://id.example.vn/realms/other"));
        refuses(claims -> claims.issuer(ISSUER + "/"));
        refuses(claims -> claims.issuer(null));
    }

    @Test
    void refusesWhatIsForAnother() {
        refuses(claims -> claims.audience("another"));
        refuses(claims -> claims.audience((String) null));
        refuses(claims -> claims.audience(List.of(CLIENT, "another")));
        refuses(claims -> claims.claim("azp", "another"));
    }

    @Test
    void refusesTheAnswerToAnotherQuestion() {
        refuses(claims -> claims.claim("nonce", "another nonce"));
        refuses(claims -> claims.claim("nonce", null));
        refuses(claims -> claims.claim("nonce", 5));
    }

    @Test
    void refusesWhatIsOverOrNamesNobody() {
        refuses(claims -> claims.expirationTime(at(Duration.ofMinutes(-5))));
        refuses(claims -> claims.expirationTime(null));
        refuses(claims -> claims.notBeforeTime(at(Duration.ofMinutes(5))));
        refuses(claims -> claims.subject(null));
    }

    @Test
    void refusesAnotherSignatureOrNone() throws JOSEException {
        var claims = claims().build();

        refuses(token(claims, JWSAlgorithm.RS256, new RSASSASigner(STRANGER)));
        refuses(token(
                claims, JWSAlgorithm.HS256, new MACSigner(KEY.toRSAPublicKey().getEncoded())));
        refuses(new PlainJWT(claims).serialize());
        var good = signed(each -> each);
        refuses(good.substring(0, good.lastIndexOf('.') + 1));
        refuses("nothing of the kind");
        refuses("");
    }

    @Test
    void refusesToStartWithAnIssuerInTheClear() {
        assertThatThrownBy(() -> settings("http://id.example.vn", CLIENT)).isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> settings(ISSUER, "")).isInstanceOf(StartRefused.class);
        assertThat(settings("http://127.0.0.1:9000/realms/x", CLIENT).configured())
                .isTrue();
        assertThat(settings("", "").configured()).isFalse();
    }

    private void refuses(UnaryOperator<JWTClaimsSet.Builder> change) {
        refuses(signed(change));
    }

    private void refuses(String token) {
        assertThatThrownBy(() -> tokens.verify(token, NONCE))
                .isInstanceOf(ProblemException.class)
                .hasMessage("identity/provider-refused");
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            return token(change.apply(claims()).build(), JWSAlgorithm.RS256, new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("one").build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("subject")
                .audience(CLIENT)
                .claim("nonce", NONCE)
                .issueTime(at(Duration.ZERO))
                .expirationTime(at(Duration.ofMinutes(5)));
    }

    /** Real time, which is what tokens are checked against. */
    private static Date at(Duration fromNow) {
        return new Date(System.currentTimeMillis() + fromNow.toMillis());
    }

    private static ProviderSettings settings(String issuer, String client) {
        return new ProviderSettings(issuer, client, "", "openid", "citizen_number");
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
