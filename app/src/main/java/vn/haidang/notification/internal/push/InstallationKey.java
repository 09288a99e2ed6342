package vn.haidang.notification.internal.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.springframework.stereotype.Component;
import vn.haidang.Home;

/**
 * The key by which services of browsers know that a notice comes from this installation (RFC 8292). It follows from a secret in the
 * keys of the home, so a restored installation and a second node have the same one and no phone has to be asked again.
 */
@Component
public class InstallationKey {

    private static final String SECRET = "push";
    private static final Duration VALID = Duration.ofHours(12);
    private static final int TLS = 443;

    private final ECKey key;
    private final Clock clock;

    InstallationKey(Home home, Clock clock) {
        this.key = derive(home.secret(SECRET));
        this.clock = clock;
    }

    /** What a browser wants to know before it gives an address: base64url of the public point. */
    public String published() {
        byte[] point = new byte[Points.LENGTH];
        point[0] = 4;
        byte[] x = key.getX().decode();
        byte[] y = key.getY().decode();
        System.arraycopy(x, 0, point, 1 + 32 - x.length, x.length);
        System.arraycopy(y, 0, point, Points.LENGTH - y.length, y.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
    }

    /** The header by which the service at this address believes us for the next twelve hours. */
    String authorization(URI endpoint) {
        Instant until = clock.instant().plus(VALID);
        String audience = endpoint.getScheme() + "://" + endpoint.getHost()
                + (endpoint.getPort() == -1 || endpoint.getPort() == TLS ? "" : ":" + endpoint.getPort());
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                new JWTClaimsSet.Builder()
                        .audience(audience)
                        .expirationTime(Date.from(until))
                        .build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of P-256 signs", e);
        }
        return "vapid t=" + token.serialize() + ", k=" + published();
    }

    private static ECKey derive(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-512").digest(secret.getBytes(StandardCharsets.UTF_8));
            BigInteger number = new BigInteger(1, hash)
                    .mod(Points.order().subtract(BigInteger.ONE))
                    .add(BigInteger.ONE);
            var point = Points.of(number);
            return new ECKey.Builder(Curve.P_256, coordinate(point.getAffineX()), coordinate(point.getAffineY()))
                    .d(coordinate(number))
                    .build();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-512 belongs to every Java", e);
        }
    }

    private static Base64URL coordinate(BigInteger number) {
        return ECKey.encodeCoordinate(256, number);
    }
}
