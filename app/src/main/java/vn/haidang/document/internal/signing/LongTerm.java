package vn.haidang.document.internal.signing;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.service.http.commons.OCSPDataLoader;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the authorities said of the certificates when a document was signed, put into it (PAdES baseline LT), so that it can be checked after
 * they are gone; where {@code HAIDANG_LONG_TERM} asks for it and they answer. Put in by EU DSS.
 */
@Component
class LongTerm {

    private static final Logger log = LoggerFactory.getLogger(LongTerm.class);
    private static final int PATIENCE_MS = 5000;

    private final boolean wanted;

    LongTerm(@Value("${haidang.signing.long-term:off}") String wanted) {
        this.wanted = wanted.equals("on");
    }

    /**
     * A document given back as it is where an authority does not answer.
     *
     * @param stamped has a time stamp of the service
     */
    byte[] over(byte[] stamped, TSPSource service) {
        if (!wanted) {
            return stamped;
        }
        try {
            var signer = new PAdESService(authorities());
            signer.setTspSource(service);
            var parameters = new PAdESSignatureParameters();
            parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LT);
            var out = new ByteArrayOutputStream(2 * stamped.length);
            signer.extendDocument(new InMemoryDocument(stamped, "document.pdf", MimeTypeEnum.PDF), parameters)
                    .writeTo(out);
            return out.toByteArray();
        } catch (DSSException | AlertException silent) {
            log.warn("a document has no long-term proof: {}", silent.getMessage());
            return stamped;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommonCertificateVerifier authorities() {
        var pages = new CommonsDataLoader();
        patient(pages);
        var questions = new OCSPDataLoader();
        patient(questions);
        var verifier = new CommonCertificateVerifier();
        verifier.setCheckRevocationForUntrustedChains(true);
        verifier.setAIASource(new DefaultAIASource(pages));
        verifier.setCrlSource(new OnlineCRLSource(pages));
        verifier.setOcspSource(new OnlineOCSPSource(questions));
        return verifier;
    }

    private static void patient(CommonsDataLoader loader) {
        loader.setTimeoutConnection(PATIENCE_MS);
        loader.setTimeoutSocket(PATIENCE_MS);
    }
}
