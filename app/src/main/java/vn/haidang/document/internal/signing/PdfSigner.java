package vn.haidang.document.internal.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Appends a visible PAdES baseline-B signature to a PDF; what is there already stays byte for byte. Written with PDFBox and Bouncy Castle,
 * ten times quicker than through EU DSS, which says in the tests whether it is right.
 */
final class PdfSigner {

    private static final COSName CADES = COSName.getPDFName("ETSI.CAdES.detached");

    /** Bytes kept free for the signed message besides its certificates: a signature and what is said of it. */
    private static final int ROOM = 4000;

    private static final int SLACK = 20_000;

    /** What is said of a signature in the PDF itself. */
    record Words(String name, String reason, String place) {}

    private PdfSigner() {}

    interface Preparation {
        PageMarks.Place prepare(PDDocument document) throws IOException;
    }

    static byte[] sign(byte[] pdf, Preparation preparation, Picture picture, Words words, SigningKey key, Instant now) {
        try (PDDocument document = Loader.loadPDF(pdf);
                var options = new SignatureOptions()) {
            PageMarks.Place place = preparation.prepare(document);
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(CADES);
            signature.setName(words.name());
            signature.setReason(words.reason());
            signature.setLocation(words.place());
            signature.setSignDate(GregorianCalendar.from(ZonedDateTime.ofInstant(now, ZoneId.of("Asia/Ho_Chi_Minh"))));
            options.setPreferredSignatureSize(room(key));
            options.setPage(place.page());
            document.addSignature(signature, options);
            show(document, place.area(), picture);

            var out = new ByteArrayOutputStream(pdf.length + SLACK);
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
            try (InputStream content = signing.getContent()) {
                signing.setSignature(SignedMessage.over(content, key));
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a document could not be signed", e);
        }
    }

    private static int room(SigningKey key) {
        int room = ROOM;
        try {
            for (X509Certificate each : key.chain()) {
                room += each.getEncoded().length;
            }
        } catch (CertificateEncodingException e) {
            throw new SigningFailed("a certificate cannot be written", e);
        }
        return room;
    }

    private static void show(PDDocument document, PDRectangle area, Picture picture) throws IOException {
        PDAnnotationWidget widget =
                document.getSignatureFields().getLast().getWidgets().getFirst();
        widget.setRectangle(area);
        var stream = new PDAppearanceStream(document);
        stream.setResources(new PDResources());
        stream.setBBox(new PDRectangle(area.getWidth(), area.getHeight()));
        try (var content = new PDPageContentStream(document, stream)) {
            content.drawImage(picture.in(document), 0, 0, area.getWidth(), area.getHeight());
        }
        var appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(stream);
        widget.setAppearance(appearance);
    }
}
