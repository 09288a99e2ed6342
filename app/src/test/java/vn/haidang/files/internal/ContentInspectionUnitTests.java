package vn.haidang.files.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.tika.Tika;
import org.junit.jupiter.api.Test;

/** What is told by its first bytes is told as the detector of all types tells it. */
class ContentInspectionUnitTests {

    private static final List<String> BEGINNINGS = List.of(
            "%PDF-1.7\n1 0 obj",
            "%PDF",
            " %PDF-1.4",
            "%!PS-Adobe-3.0 %PDF-",
            "\u0089PNG\r\n\u001a\n",
            "\u0089PNG\n",
            "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF",
            "\u00ff\u00d8",
            "GIF89a",
            "<html><body>%PDF-",
            "PK\u0003\u0004",
            "MZ\u0090\u0000");

    @Test
    void saysOfEveryBeginningNothingOrWhatTheDetectorSays() {
        for (String beginning : BEGINNINGS) {
            byte[] bytes = beginning.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(ContentInspection.usual(bytes).orElse("another"))
                    .as(beginning)
                    .isIn("another", new Tika().detect(bytes));
        }
    }

    @Test
    void knowsTheThreeThatPeopleUpload() {
        assertThat(BEGINNINGS.stream()
                        .map(beginning -> ContentInspection.usual(beginning.getBytes(StandardCharsets.ISO_8859_1)))
                        .flatMap(Optional::stream))
                .containsExactly("application/pdf", "image/png", "image/jpeg");
    }
}
