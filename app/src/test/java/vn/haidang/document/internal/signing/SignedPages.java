package vn.haidang.document.internal.signing;

import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.context.support.StaticMessageSource;

/** A page, signed with given keys, and what EU DSS says of it. */
final class SignedPages {

    private SignedPages() {}

    static Signing signing(SigningKeys keys, String timeStamps, Clock clock) {
        return signing(keys, timeStamps, new LongTerm("off", Set.of()), clock);
    }

    /** With seals that organisations gave. */
    static Signing signing(SigningKeys keys, OwnSeals seals, Clock clock) {
        return signing(keys, "", new LongTerm("off", Set.of()), seals, clock);
    }

    static Signing signing(SigningKeys keys, String timeStamps, LongTerm longTerm, Clock clock) {
        return signing(keys, timeStamps, longTerm, unit -> null, clock);
    }

    private static Signing signing(
            SigningKeys keys, String timeStamps, LongTerm longTerm, OwnSeals seals, Clock clock) {
        var messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        return new Signing(
                List.of(keys),
                keys.code(),
                new Pictures(messages, () -> Placement.SHIPPED, seals),
                new TimeStamps(timeStamps, longTerm, clock),
                messages,
                clock);
    }

    static byte[] page() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage(PDRectangle.A4));
            pdf.save(bytes);
        }
        return bytes.toByteArray();
    }

    static SimpleReport report(byte[] pdf) {
        return reports(pdf).getSimpleReport();
    }

    static boolean intact(byte[] pdf, String signature) {
        return reports(pdf).getDiagnosticData().getSignatureById(signature).isSignatureIntact();
    }

    static List<SignatureLevel> levels(byte[] pdf) {
        SimpleReport report = report(pdf);
        return report.getSignatureIdList().stream()
                .map(report::getSignatureFormat)
                .toList();
    }

    private static Reports reports(byte[] pdf) {
        var validator =
                SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF));
        validator.setCertificateVerifier(new CommonCertificateVerifier());
        return validator.validateDocument();
    }
}
