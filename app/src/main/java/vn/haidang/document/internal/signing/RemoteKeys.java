package vn.haidang.document.internal.signing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys that a signing service keeps for officials and organisations. It is asked while documents are signed together, never within the act
 * that gives one out, whose number others wait for; what it answers is checked with the certificate before it goes on a document.
 */
final class RemoteKeys implements SigningKeys {

    static final String CODE = "remote";

    private static final Logger log = LoggerFactory.getLogger(RemoteKeys.class);
    private static final Duration KNOWN = Duration.ofMinutes(10);
    private static final int MOST_KNOWN = 2000;
    private static final String EC_KEY = "1.2.840.10045.2.1";
    private static final String RSA = "SHA256withRSA";

    /** Object identifiers of what it can be asked to make. */
    private static final Map<String, String> ALGORITHMS =
            Map.of(RSA, "1.2.840.113549.1.1.11", Certificates.ALGORITHM, "1.2.840.10045.4.3.2");

    private record Known(Key key, Instant until) {}

    private final RemoteService service;
    private final Map<String, String> users;
    private final Clock clock;
    private final Cache<UUID, Known> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    /** @param users how the service names a signatory, by its label; who is not there is named by the label itself */
    RemoteKeys(RemoteService service, Map<String, String> users, Clock clock) {
        this.service = service;
        this.users = Map.copyOf(users);
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public boolean atOnce() {
        return false;
    }

    /** Empty too where its holder would have to be asked, or the certificate is not valid now. */
    @Override
    public Optional<SigningKey> of(Signatory signatory) {
        Known before = known.getIfPresent(signatory.id());
        if (before != null && clock.instant().isBefore(before.until())) {
            return Optional.of(before.key());
        }
        Optional<Key> found = find(TokenKeys.label(signatory));
        found.ifPresent(
                key -> known.put(signatory.id(), new Known(key, clock.instant().plus(KNOWN))));
        return found.map(key -> key);
    }

    private Optional<Key> find(String label) {
        for (String id : service.credentials(users.getOrDefault(label, label))) {
            RemoteService.Credential credential = service.info(id);
            if (credential.enabled()
                    && credential.alone()
                    && !credential.certificates().isEmpty()) {
                List<X509Certificate> chain = certificates(credential);
                if (validNow(chain.getFirst())) {
                    String algorithm = credential.algorithm().equals(EC_KEY) ? Certificates.ALGORITHM : RSA;
                    return Optional.of(new Key(id, chain, algorithm));
                }
            }
            log.info("the signing service has a key of {} that cannot be used now", label);
        }
        return Optional.empty();
    }

    private static List<X509Certificate> certificates(RemoteService.Credential credential) {
        try {
            return credential.certificates().stream().map(Certificates::read).toList();
        } catch (IllegalStateException damaged) {
            throw new SigningFailed("the signing service gave a certificate that is none", damaged);
        }
    }

    private boolean validNow(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            return true;
        } catch (CertificateException notNow) {
            return false;
        }
    }

    private final class Key implements SigningKey {

        private final String id;
        private final List<X509Certificate> chain;
        private final String algorithm;

        Key(String id, List<X509Certificate> chain, String algorithm) {
            this.id = id;
            this.chain = chain;
            this.algorithm = algorithm;
        }

        @Override
        public List<X509Certificate> chain() {
            return chain;
        }

        /** Whoever lets a service keep their key got its certificate from an authority. */
        @Override
        public boolean trial() {
            return false;
        }

        @Override
        public String algorithm() {
            return algorithm;
        }

        @Override
        public byte[] sign(byte[] message) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(message);
                byte[] signed = service.sign(id, hash, ALGORITHMS.getOrDefault(algorithm, ""));
                var check = Signature.getInstance(algorithm);
                check.initVerify(chain.getFirst().getPublicKey());
                check.update(message);
                if (!check.verify(signed)) {
                    throw new SigningFailed("the signing service signed something else");
                }
                return signed;
            } catch (GeneralSecurityException | IllegalArgumentException nonsense) {
                throw new SigningFailed("the signing service gave a signature that is none", nonsense);
            }
        }
    }
}
