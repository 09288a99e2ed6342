package vn.haidang.document.internal.signing;

import eu.europa.esig.dss.alert.ExceptionOnStatusAlert;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.SecureRandomNonceSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.List;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * What an authority answers about one certificate (OCSP, RFC 6960). It counts where the authority itself signed it or whom it appointed for
 * this (4.2.2.2), which EU DSS leaves to whoever trusts certain authorities; and where it was said now: it repeats our number, or says that
 * it still counts.
 */
@SuppressWarnings("serial")
final class AuthorityAnswers extends OnlineOCSPSource {

    AuthorityAnswers(AuthorityPages pages) {
        super(pages);
        setNonceSource(new SecureRandomNonceSource());
        setAlertOnInvalidUpdateTime(new ExceptionOnStatusAlert());
    }

    @Override
    public OCSPToken getRevocationToken(
            CertificateToken certificate, CertificateToken issuer, List<String> otherAddresses) {
        OCSPToken answer = super.getRevocationToken(certificate, issuer, otherAddresses);
        if (answer != null && !entitled(answer.getBasicOCSPResp(), issuer)) {
            throw new DSSExternalResourceException("somebody answers whom the authority has not appointed");
        }
        return answer;
    }

    private static boolean entitled(BasicOCSPResp answer, CertificateToken issuer) {
        try {
            var authority = new X509CertificateHolder(issuer.getEncoded());
            if (answer.isSignatureValid(keyOf(authority))) {
                return true;
            }
            for (X509CertificateHolder each : answer.getCerts()) {
                if (appointed(each, authority, answer) && answer.isSignatureValid(keyOf(each))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | OCSPException | CertException | OperatorCreationException | CertificateException odd) {
            throw new DSSExternalResourceException("an answer that cannot be read", odd);
        }
    }

    private static boolean appointed(X509CertificateHolder one, X509CertificateHolder by, BasicOCSPResp answer)
            throws CertException, OperatorCreationException, CertificateException {
        ExtendedKeyUsage uses = ExtendedKeyUsage.fromExtensions(one.getExtensions());
        return uses != null
                && uses.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
                && one.isValidOn(answer.getProducedAt())
                && one.isSignatureValid(keyOf(by));
    }

    private static ContentVerifierProvider keyOf(X509CertificateHolder certificate)
            throws OperatorCreationException, CertificateException {
        return new JcaContentVerifierProviderBuilder().build(certificate);
    }
}
