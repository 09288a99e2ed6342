package vn.haidang.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The seven forms of Circular 03/2025 as we lay them out. */
class FormsUnitTests {

    private final PdfRenderer renderer = new PdfRenderer();

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
    void isADocumentWithAllItsFieldsThatSaysItsLayoutWasNotChecked(String code) throws IOException {
        var form = DocumentTemplate.load(code, 1);
        Map<String, String> values = new HashMap<>();
        for (String field : form.fields()) {
            if (field.endsWith("/")) {
                values.put(field.substring(0, field.length() - 1), "2");
            } else {
                String name = field.substring(field.indexOf('/') + 1);
                values.put(name, "<" + name + ">");
            }
        }

        try (var pdf = Loader.loadPDF(renderer.render(form.merge(values), code))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Mẫu số " + code.substring(5, 7) + " của Thông tư 03/2025/TT-VPCP")
                    .contains("chưa đối chiếu với thông tư")
                    .doesNotContain("{{");
        }
    }
}
