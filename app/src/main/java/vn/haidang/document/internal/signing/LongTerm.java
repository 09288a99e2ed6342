package vn.haidang.document.internal.signing;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the authorities said of the certificates when a document was signed, put into it (PAdES baseline LT), so that it can be checked after
 * they are gone; where {@code HAIDANG_LONG_TERM} asks for it and they answer. They are asked about each certificate (OCSP, RFC 6960), and
 * for their lists (CRL, RFC 5280) where that answers nothing. Put in by EU DSS.
 */
@Component
class LongTerm {

    /** The document, and whether it has what the authorities said. */
    record Result(byte[] pdf, boolean lasting) {}

    private static final Logger log = LoggerFactory.getLogger(LongTerm.class);

    private final boolean wanted;
    private final AuthorityPages pages;

    /** @param named hosts inside our own network that may be asked all the same, with their port */
    LongTerm(
            @Value("${haidang.signing.long-term:off}") String wanted,
            @Value("${haidang.signing.revocation-hosts:}") Set<String> named) {
        this.wanted = wanted.equals("on");
        this.pages = new AuthorityPages(named);
    }

    /**
     * A document given back as it is where an authority does not answer.
     *
     * @param stamped has a time stamp of the service
     * @throws SigningFailed where an authority has revoked a certificate: nothing that it signed may go out
     */
    Result over(byte[] stamped, TSPSource service) {
        if (!wanted) {
            return new Result(stamped, false);
        }
        try {
            var signer = new PAdESService(authorities());
            signer.setTspSource(service);
            var parameters = new PAdESSignatureParameters();
            parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LT);
            var out = new ByteArrayOutputStream(2 * stamped.length);
            signer.extendDocument(new InMemoryDocument(stamped, "document.pdf", MimeTypeEnum.PDF), parameters)
                    .writeTo(out);
            return new Result(out.toByteArray(), true);
        } catch (DSSException | AlertException silent) {
            log.warn("a document has no long-term proof: {}", silent.getMessage());
            return new Result(stamped, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommonCertificateVerifier authorities() {
        var verifier = new CommonCertificateVerifier(true);
        verifier.setCheckRevocationForUntrustedChains(true);
        verifier.setAIASource(new DefaultAIASource(pages));
        verifier.setCrlSource(new OnlineCRLSource(pages));
        verifier.setOcspSource(new AuthorityAnswers(pages));
        verifier.setAlertOnRevokedCertificate(status -> {
            throw new SigningFailed("a certificate was revoked: " + status.getMessage());
        });
        return verifier;
    }
}
