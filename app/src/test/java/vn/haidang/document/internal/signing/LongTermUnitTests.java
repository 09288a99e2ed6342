package vn.haidang.document.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A document that proves itself later too, where the authority publishes what it revoked; where it does not answer, a time stamp remains. */
class LongTermUnitTests {

    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    private final Instant from = now.minus(Duration.ofDays(1));
    private final KeyPair above = Certificates.pair();
    private final X509Certificate authority =
            Certificates.authority(Certificates.name("CA", "Test"), above, from, now.plus(Duration.ofDays(30)));
    private final AtomicInteger asked = new AtomicInteger();

    private volatile boolean silent;
    private HttpServer list;

    @SuppressWarnings("NullAway.Init")
    LongTermUnitTests() {}

    @BeforeEach
    void aListOfWhatWasRevoked() throws Exception {
        list = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] none = revoked();
        list.createContext("/", exchange -> {
            try (exchange) {
                asked.incrementAndGet();
                exchange.sendResponseHeaders(silent ? 503 : 200, silent ? -1 : none.length);
                if (!silent) {
                    exchange.getResponseBody().write(none);
                }
            }
        });
        list.start();
    }

    @AfterEach
    void stop() {
        list.stop(0);
    }

    @Test
    void whatTheAuthorityRevokedGoesIntoTheDocument() throws Exception {
        try (var stamps = new TimeAuthority(now)) {
            assertThat(SignedPages.levels(signed(stamps.address(), "on")))
                    .hasSize(2)
                    .containsOnly(SignatureLevel.PAdES_BASELINE_LT);
            assertThat(asked.get()).isPositive();
        }
    }

    @Test
    void anAuthorityThatDoesNotAnswerLeavesTheTimeStamp() throws Exception {
        silent = true;
        try (var stamps = new TimeAuthority(now)) {
            assertThat(SignedPages.levels(signed(stamps.address(), "on")))
                    .containsOnly(SignatureLevel.PAdES_BASELINE_T);
        }
    }

    @Test
    void nobodyIsAskedUnlessItIsWanted() throws Exception {
        try (var stamps = new TimeAuthority(now)) {
            assertThat(SignedPages.levels(signed(stamps.address(), "off")))
                    .containsOnly(SignatureLevel.PAdES_BASELINE_T);
            assertThat(asked.get()).isZero();
        }
    }

    private byte[] signed(String timeStamps, String longTerm) throws Exception {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        var keys = new TokenKeys("token", this::token, Tokens.PIN, clock);
        return SignedPages.signing(keys, timeStamps, longTerm, clock)
                .sign(
                        SignedPages.page(),
                        SigningKeysContract.PERSON,
                        SigningKeysContract.UNIT,
                        "http://127.0.0.1/check/X")
                .orElseThrow()
                .pdf();
    }

    private TokenKeys.Token token() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, Tokens.PIN.toCharArray());
        for (Signatory each : List.of(SigningKeysContract.PERSON, SigningKeysContract.UNIT)) {
            KeyPair own = Certificates.pair();
            store.setKeyEntry(TokenKeys.label(each), own.getPrivate(), Tokens.PIN.toCharArray(), new Certificate[] {
                certificate(each, own), authority
            });
        }
        return new TokenKeys.Token(store, null);
    }

    /** That says where the list is. */
    private X509Certificate certificate(Signatory holder, KeyPair own) throws IOException {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    X500Name.getInstance(authority.getSubjectX500Principal().getEncoded()),
                    new BigInteger(64, new SecureRandom()),
                    Date.from(from),
                    Date.from(now.plus(Duration.ofDays(20))),
                    Certificates.name(holder.name(), "Test"),
                    own.getPublic());
            var place = new GeneralName(
                    GeneralName.uniformResourceIdentifier,
                    "http://127.0.0.1:" + list.getAddress().getPort() + "/revoked.crl");
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(new GeneralNames(place)), null, null)
            }));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder(Certificates.ALGORITHM).build(above.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private byte[] revoked() throws Exception {
        var builder = new JcaX509v2CRLBuilder(authority, Date.from(now.minus(Duration.ofHours(1))));
        builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
        return new JcaX509CRLConverter()
                .getCRL(builder.build(new JcaContentSignerBuilder(Certificates.ALGORITHM).build(above.getPrivate())))
                .getEncoded();
    }
}
