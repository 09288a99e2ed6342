package vn.haidang.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The seven forms of Circular 03/2025 as we lay them out. */
class FormsUnitTests {

    private static final float MILLIMETRE = 72 / 25.4f;
    private static final String LONG = "Nguyễn Thị Phượng Hoàng Ưng Quỳnh Như ";
    private static final int LENGTH = 200;
    private static final int LINES = 40;

    private final PdfRenderer renderer = new PdfRenderer();

    /** A form of the first version may wait for its signature still. */
    @ParameterizedTest
    @CsvSource({
        "form-01-receipt,1",
        "form-01-receipt,2",
        "form-02-supplement-request,1",
        "form-02-supplement-request,2",
        "form-03-refusal,1",
        "form-03-refusal,2",
        "form-04-apology,1",
        "form-04-apology,2",
        "form-05-stop,1",
        "form-05-stop,2",
        "form-06-control-slip,1",
        "form-06-control-slip,2",
        "form-07-register,1",
        "form-07-register,2"
    })
    void isADocumentWithAllItsFieldsThatSaysItsLayoutWasNotChecked(String code, int version) throws IOException {
        var form = DocumentTemplate.load(code, version);

        try (var pdf = printed(form, field -> "<" + field + ">", 2)) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            assertThat(text)
                    .contains("Mẫusố" + code.substring(5, 7) + "củaThôngtư03/2025/TT-VPCP")
                    .contains("chưađốichiếuvớithôngtư")
                    .doesNotContain("{{");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form-01-receipt",
                "form-02-supplement-request",
                "form-03-refusal",
                "form-04-apology",
                "form-05-stop",
                "form-06-control-slip",
                "form-07-register"
            })
    void keepsLongNamesAndListsWithinItsMarginsAndItsSignatureWithItsName(String code) throws IOException {
        var form = DocumentTemplate.load(code, 2);
        String words =
                LONG.repeat(LENGTH / LONG.length() + 1).substring(0, LENGTH).strip();
        for (String value : List.of(words, words.replace(' ', 'x'))) {
            try (var pdf = printed(form, field -> unlike(field) ? "31" : value, LINES)) {
                var seen = new Seen();
                String text = seen.getText(pdf);

                assertThat(seen.outside).as("letters outside the margins").isEmpty();
                assertThat(text.replaceAll("\\s+", "")).contains(value.replaceAll("\\s+", ""));
                assertThat(placesOf(pdf, "urn:haidang:signature")).hasSize(1);
                int page = placesOf(pdf, "urn:haidang:signature").getFirst();
                assertThat(placesOf(pdf, "urn:haidang:check")).containsExactly(page);
                assertThat(page).as("the end is not torn apart").isEqualTo(pdf.getNumberOfPages() - 1);
                for (var each : pdf.getPages()) {
                    PDRectangle paper = each.getMediaBox();
                    assertThat(Math.min(paper.getWidth(), paper.getHeight()) / MILLIMETRE)
                            .isBetween(209f, 211f);
                    assertThat(Math.max(paper.getWidth(), paper.getHeight()) / MILLIMETRE)
                            .isBetween(296f, 298f);
                }
            }
        }
    }

    @Test
    void saysAgainOnEachPageWhatTheColumnsOfAListAreAndWhichPageItIs() throws IOException {
        try (var pdf = printed(DocumentTemplate.load("form-01-receipt", 2), field -> "Giấy tờ số 7", LINES)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            var second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(pdf).strip()).startsWith("2").contains("Tên giấy tờ", "Số lượng");
        }
    }

    @Test
    void writesAShortFormOnOnePage() throws IOException {
        for (String code :
                List.of("form-01-receipt", "form-02-supplement-request", "form-03-refusal", "form-04-apology")) {
            try (var pdf = printed(
                    DocumentTemplate.load(code, 2),
                    field -> unlike(field) ? "31" : "Ủy ban nhân dân phường Lê Chân",
                    3)) {
                assertThat(pdf.getNumberOfPages()).as(code).isEqualTo(1);
            }
        }
    }

    private interface Values {
        String of(String field);
    }

    /** Numbers and days are what they are. */
    private static boolean unlike(String field) {
        return field.matches("document\\..*|check\\..*|line\\.number|paper\\.count");
    }

    private PDDocument printed(DocumentTemplate form, Values values, int lines) throws IOException {
        Map<String, String> filled = new HashMap<>();
        for (String field : form.fields()) {
            if (field.endsWith("/")) {
                filled.put(field.substring(0, field.length() - 1), Integer.toString(lines));
            } else {
                String name = field.substring(field.indexOf('/') + 1);
                filled.put(name, values.of(name));
            }
        }
        return Loader.loadPDF(renderer.render(form.merge(filled), form.code()));
    }

    /** Pages, counted from zero, with the place of this name. */
    private static List<Integer> placesOf(PDDocument pdf, String name) throws IOException {
        List<Integer> pages = new ArrayList<>();
        for (int page = 0; page < pdf.getNumberOfPages(); page++) {
            for (var each : pdf.getPage(page).getAnnotations()) {
                if (name.equals(each.getContents())) {
                    pages.add(page);
                }
            }
        }
        return pages;
    }

    /** Reads a document and remembers letters that stand where none may: 20 mm from above, below and the right, 30 from the left. */
    private static final class Seen extends PDFTextStripper {

        private static final float SLACK = 1;

        private final List<String> outside = new ArrayList<>();

        @Override
        protected void writeString(String text, List<TextPosition> letters) throws IOException {
            for (TextPosition letter : letters) {
                if (letter.getUnicode().isBlank()) {
                    continue;
                }
                float above = letter.getYDirAdj() - letter.getHeightDir();
                boolean pageNumber = letter.getUnicode().matches("[0-9]");
                if (letter.getXDirAdj() < 30 * MILLIMETRE - SLACK
                        || letter.getXDirAdj() + letter.getWidthDirAdj()
                                > letter.getPageWidth() - 20 * MILLIMETRE + SLACK
                        || letter.getYDirAdj() > letter.getPageHeight() - 20 * MILLIMETRE + SLACK
                        || above < 20 * MILLIMETRE - SLACK && !pageNumber) {
                    outside.add(letter.getUnicode() + " at " + letter.getXDirAdj() + ", " + letter.getYDirAdj());
                }
            }
            super.writeString(text, letters);
        }
    }
}
