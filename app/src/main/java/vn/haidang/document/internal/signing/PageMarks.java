package vn.haidang.document.internal.signing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** The places a template leaves, as empty links that name them, and what is drawn there. Taking a place removes its link. */
final class PageMarks {

    static final String SIGNATURE = "urn:haidang:signature";
    static final String CHECK = "urn:haidang:check";

    private static final int QUIET = 0;

    /** A place on a page, counted from zero. */
    record Place(int page, PDRectangle area) {}

    private PageMarks() {}

    static Optional<Place> take(PDDocument document, String name) throws IOException {
        for (int number = document.getNumberOfPages() - 1; number >= 0; number--) {
            PDPage page = document.getPage(number);
            List<PDAnnotation> others = new ArrayList<>();
            PDRectangle found = null;
            for (PDAnnotation each : page.getAnnotations()) {
                if (name.equals(each.getContents())) {
                    found = each.getRectangle();
                } else {
                    others.add(each);
                }
            }
            if (found != null) {
                page.setAnnotations(others);
                page.getCOSObject().setNeedToBeUpdated(true);
                return Optional.of(new Place(number, found));
            }
        }
        return Optional.empty();
    }

    /** The address as a square code, as large as the place is wide. */
    static void code(PDDocument document, Place place, String address) throws IOException {
        BitMatrix dots = dots(address);
        PDPage page = document.getPage(place.page());
        float dot = Math.min(place.area().getWidth(), place.area().getHeight()) / dots.getWidth();
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.setNonStrokingColor(0f);
            for (int row = 0; row < dots.getHeight(); row++) {
                int column = 0;
                while (column < dots.getWidth()) {
                    int end = column;
                    while (end < dots.getWidth() && dots.get(end, row)) {
                        end++;
                    }
                    if (end > column) {
                        content.addRect(
                                place.area().getLowerLeftX() + column * dot,
                                place.area().getUpperRightY() - (row + 1) * dot,
                                (end - column) * dot,
                                dot);
                    }
                    column = end + 1;
                }
            }
            content.fill();
        }
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    private static BitMatrix dots(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
