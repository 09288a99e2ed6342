package vn.haidang.document.internal.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in a token that signs by itself and never gives them out, under the labels {@code person-<account>} and {@code unit-<unit>}. Opened
 * when first needed, and anew after it failed: a token that was taken out and put back works again without a restart.
 */
final class TokenKeys implements SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(TokenKeys.class);

    /**
     * An open token.
     *
     * @param signer makes its signatures; null where any that can will do
     */
    record Token(KeyStore store, @Nullable Provider signer) {}

    /** Opens the token, or says that it does not answer. */
    interface Opening {
        Token open() throws GeneralSecurityException, IOException;
    }

    private final String code;
    private final Opening opening;
    private final char[] pin;
    private final Clock clock;
    private @Nullable Token token;

    TokenKeys(String code, Opening opening, String pin, Clock clock) {
        this.code = code;
        this.opening = opening;
        this.pin = pin.toCharArray();
        this.clock = clock;
    }

    @Override
    public String code() {
        return code;
    }

    /** Empty too where the certificate is not valid now. */
    @Override
    public Optional<SigningKey> of(Signatory signatory) {
        Token open = token();
        String label = label(signatory);
        try {
            Certificate[] chain = open.store().getCertificateChain(label);
            if (chain == null || chain.length == 0 || !(open.store().getKey(label, pin) instanceof PrivateKey key)) {
                return Optional.empty();
            }
            List<X509Certificate> certificates =
                    Arrays.stream(chain).map(X509Certificate.class::cast).toList();
            certificates.getFirst().checkValidity(Date.from(clock.instant()));
            return Optional.of(new Key(key, certificates, open.signer()));
        } catch (CertificateException notValidNow) {
            log.warn("the certificate of {} is not valid now", label);
            return Optional.empty();
        } catch (GeneralSecurityException | ProviderException silent) {
            throw failed(silent);
        }
    }

    static String label(Signatory signatory) {
        return switch (signatory) {
            case Signatory.Person person -> "person-" + person.id();
            case Signatory.Organisation organisation -> "unit-" + organisation.id();
        };
    }

    private synchronized Token token() {
        Token open = token;
        if (open == null) {
            try {
                open = opening.open();
            } catch (GeneralSecurityException | IOException | ProviderException | InvalidParameterException silent) {
                throw failed(silent);
            }
            token = open;
        }
        return open;
    }

    private synchronized SigningFailed failed(Exception why) {
        token = null;
        return new SigningFailed("the token of " + code + " does not answer", why);
    }

    private final class Key implements SigningKey {

        private final PrivateKey key;
        private final List<X509Certificate> chain;
        private final @Nullable Provider signer;

        Key(PrivateKey key, List<X509Certificate> chain, @Nullable Provider signer) {
            this.key = key;
            this.chain = chain;
            this.signer = signer;
        }

        @Override
        public List<X509Certificate> chain() {
            return chain;
        }

        /** Whoever puts a certificate into a token got it from an authority. */
        @Override
        public boolean trial() {
            return false;
        }

        @Override
        public String algorithm() {
            return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : Certificates.ALGORITHM;
        }

        @Override
        public byte[] sign(byte[] message) {
            try {
                Signature signature = signer == null
                        ? Signature.getInstance(algorithm())
                        : Signature.getInstance(algorithm(), signer);
                signature.initSign(key);
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException | ProviderException silent) {
                throw failed(silent);
            }
        }
    }
}
