package vn.haidang.document.internal.signing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An authority on this machine that certifies keys, answers questions about them (RFC 6960), and publishes what it revoked (RFC 5280). */
final class RevocationAuthority implements AutoCloseable {

    /** What it does when it is asked. */
    enum Manner {
        SILENT,
        GOOD,
        REVOKED,
        /** Through a key that it appointed for this. */
        BY_ANOTHER,
        /** With a key that nobody appointed. */
        BY_A_STRANGER,
        /** With what it said the day before yesterday. */
        OLD,
        /** With an answer to a question of somebody else. */
        REPEATED
    }

    private final Instant now;
    private final KeyPair pair = Certificates.pair();
    private final KeyPair another = Certificates.pair();
    private final X509Certificate certificate;
    private final HttpServer server;
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger lists = new AtomicInteger();
    private volatile Manner answers;
    private volatile Manner list;

    /** @param answers and {@code list}: what it does about questions and about its list */
    RevocationAuthority(Instant now, Manner answers, Manner list) throws IOException {
        this.now = now;
        this.answers = answers;
        this.list = list;
        this.certificate = Certificates.authority(
                Certificates.name("CA", "Test"), pair, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ask", exchange -> {
            questions.incrementAndGet();
            byte[] question = exchange.getRequestBody().readAllBytes();
            say(exchange, this.answers == Manner.SILENT ? new byte[0] : answer(question));
        });
        server.createContext("/revoked.crl", exchange -> {
            lists.incrementAndGet();
            say(exchange, this.list == Manner.SILENT ? new byte[0] : revoked());
        });
        server.start();
    }

    X509Certificate certificate() {
        return certificate;
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often it was asked about a certificate. */
    int questions() {
        return questions.get();
    }

    /** How often its list was fetched. */
    int lists() {
        return lists.get();
    }

    /** That says where the authority is asked, and where its list is. */
    X509Certificate certify(String name, KeyPair own) throws IOException {
        try {
            var builder = builder(name, own);
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, place("/ask")));
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(new GeneralNames(place("/revoked.crl"))), null, null)
            }));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            return signed(builder, pair);
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void say(HttpExchange exchange, byte[] answer) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(answer.length == 0 ? 503 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        try {
            var asked = new OCSPReq(question);
            KeyPair signer = switch (answers) {
                case BY_ANOTHER, BY_A_STRANGER -> another;
                case SILENT, GOOD, REVOKED, OLD, REPEATED -> pair;
            };
            X509Certificate of = switch (answers) {
                case BY_ANOTHER -> answering(pair);
                case BY_A_STRANGER -> answering(another);
                case SILENT, GOOD, REVOKED, OLD, REPEATED -> certificate;
            };
            var builder = new JcaBasicOCSPRespBuilder(
                    signer.getPublic(),
                    new JcaDigestCalculatorProviderBuilder().build().get(RespID.HASH_SHA1));
            Extension nonce = asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (answers == Manner.REPEATED) {
                byte[] other = nonce.getExtnValue().getOctets().clone();
                other[other.length - 1] ^= 1;
                nonce = new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, other);
            }
            if (nonce != null && answers != Manner.OLD) {
                builder.setResponseExtensions(new Extensions(nonce));
            }
            Instant said = answers == Manner.OLD ? now.minus(Duration.ofDays(2)) : now.minus(Duration.ofMinutes(1));
            CertificateStatus status = answers == Manner.REVOKED
                    ? new RevokedStatus(Date.from(now.minus(Duration.ofHours(1))), CRLReason.keyCompromise)
                    : CertificateStatus.GOOD;
            for (Req each : asked.getRequestList()) {
                builder.addResponse(
                        each.getCertID(), status, Date.from(said), Date.from(said.plus(Duration.ofDays(1))), null);
            }
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            builder.build(
                                    new JcaContentSignerBuilder(Certificates.ALGORITHM).build(signer.getPrivate()),
                                    new X509CertificateHolder[] {new JcaX509CertificateHolder(of)},
                                    Date.from(said)))
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Of the key that answers, by this key. */
    private X509Certificate answering(KeyPair by)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = builder("Answers", another);
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
        builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        return signed(builder, by);
    }

    private byte[] revoked() throws IOException {
        try {
            KeyPair signer = list == Manner.BY_A_STRANGER ? another : pair;
            var builder = new JcaX509v2CRLBuilder(certificate, Date.from(now.minus(Duration.ofMinutes(1))));
            builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
            return new JcaX509CRLConverter()
                    .getCRL(builder.build(
                            new JcaContentSignerBuilder(Certificates.ALGORITHM).build(signer.getPrivate())))
                    .getEncoded();
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private JcaX509v3CertificateBuilder builder(String name, KeyPair own) {
        return new JcaX509v3CertificateBuilder(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                new BigInteger(64, new SecureRandom()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(20))),
                Certificates.name(name, "Test"),
                own.getPublic());
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair by)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder(Certificates.ALGORITHM).build(by.getPrivate())));
    }

    private GeneralName place(String path) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, "http://" + host() + path);
    }
}
