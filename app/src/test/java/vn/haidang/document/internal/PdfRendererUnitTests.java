package vn.haidang.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfRendererUnitTests {

    private static final String VIETNAMESE = "Đặng Thuỳ Ngữ, 1.250.000 ₫ – “Ấp Ô Rô”";

    private final PdfRenderer renderer = new PdfRenderer();

    @Test
    void readsTheSameAgainInVietnamese() {
        assertThat(Press.Letters.of(VIETNAMESE)).isEqualTo(Press.Letters.USUAL);
        assertThat(text(VIETNAMESE)).isEqualTo(VIETNAMESE);
    }

    @Test
    void hasTheLettersOfANameThatIsWrittenInOthers() {
        var name = "Александр Ιωάννης";

        assertThat(text(name)).isEqualTo(name);
    }

    @Test
    void keepsDocumentsApartThatAreMadeAtTheSameTimeOrAfterEachOther() {
        List<String> names =
                IntStream.range(0, 40).mapToObj(number -> "Hồ sơ số " + number).toList();

        assertThat(names.parallelStream().map(this::text).toList()).isEqualTo(names);
    }

    @Test
    void makesTheNextDocumentAfterOneThatIsNoDocument() {
        assertThatThrownBy(() -> renderer.render("<html><p></html>", "broken"))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(text("An")).isEqualTo("An");
    }

    @Test
    void fetchesNothingAndTakesNoDeclarations() {
        assertThatThrownBy(() -> renderer.render(
                        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><html><body>&x;</body></html>",
                        "declared"))
                .isInstanceOf(UncheckedIOException.class);
    }

    private String text(String words) {
        byte[] pdf = renderer.render(
                "<html><head><style>body { font-family: Tinos; }</style></head><body><b>" + words
                        + "</b></body></html>",
                "a test");
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
