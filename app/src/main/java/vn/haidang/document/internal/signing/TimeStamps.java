package vn.haidang.document.internal.signing;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.service.http.commons.TimestampDataLoader;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A trusted time (RFC 3161) over all signatures, from the service {@code HAIDANG_TIME_STAMPS}; without one, or while it does not answer,
 * the document has none and says so. Put on by EU DSS.
 */
@Component
class TimeStamps {

    private static final Logger log = LoggerFactory.getLogger(TimeStamps.class);
    private static final int PATIENCE_MS = 5000;

    /** So that a silent service costs its patience once a minute, and not with every document, whose numbers others wait for. */
    private static final Duration NOT_ASKED = Duration.ofMinutes(1);

    /** The document, and what it proves now. */
    record Result(byte[] pdf, Level level) {}

    private final String service;
    private final LongTerm longTerm;
    private final Clock clock;
    private volatile Instant askedAgain = Instant.MIN;

    TimeStamps(@Value("${haidang.signing.time-stamps:}") String service, LongTerm longTerm, Clock clock) {
        this.service = service.strip();
        this.longTerm = longTerm;
        this.clock = clock;
    }

    /** Whether a service is asked now, for which a document waits a while. */
    boolean asks() {
        return !service.isEmpty() && !clock.instant().isBefore(askedAgain);
    }

    Result over(byte[] pdf) {
        if (!asks()) {
            return new Result(pdf, Level.B);
        }
        try {
            var loader = new TimestampDataLoader();
            loader.setTimeoutConnection(PATIENCE_MS);
            loader.setTimeoutSocket(PATIENCE_MS);
            loader.setTimeoutResponse(PATIENCE_MS);
            var source = new OnlineTSPSource(service);
            source.setDataLoader(loader);
            var signer = new PAdESService(new CommonCertificateVerifier(true));
            signer.setTspSource(source);
            var parameters = new PAdESSignatureParameters();
            parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
            var out = new ByteArrayOutputStream(2 * pdf.length);
            signer.extendDocument(new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF), parameters)
                    .writeTo(out);
            LongTerm.Result later = longTerm.over(out.toByteArray(), source);
            return new Result(later.pdf(), later.lasting() ? Level.LT : Level.T);
        } catch (DSSException | AlertException silent) {
            askedAgain = clock.instant().plus(NOT_ASKED);
            log.warn("the time-stamp service did not answer: {}", silent.getMessage());
            return new Result(pdf, Level.B);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
