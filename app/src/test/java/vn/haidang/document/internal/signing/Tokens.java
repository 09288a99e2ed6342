package vn.haidang.document.internal.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** A key store of the Java platform in the place of a token. */
final class Tokens {

    static final String PIN = "135790";

    private static final Duration LIVES = Duration.ofDays(30);

    private Tokens() {}

    static TokenKeys.Token of(Instant from, Signatory... holders) throws GeneralSecurityException, IOException {
        KeyPair above = Certificates.pair();
        X509Certificate authority =
                Certificates.authority(Certificates.name("CA", "Test"), above, from, from.plus(LIVES));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PIN.toCharArray());
        for (Signatory each : holders) {
            KeyPair own = Certificates.pair();
            X509Certificate certificate = Certificates.holder(
                    authority,
                    above.getPrivate(),
                    Certificates.name(each.name(), "Test"),
                    own.getPublic(),
                    from,
                    from.plus(LIVES));
            store.setKeyEntry(TokenKeys.label(each), own.getPrivate(), PIN.toCharArray(), new Certificate[] {
                certificate, authority
            });
        }
        return new TokenKeys.Token(store, null);
    }
}
