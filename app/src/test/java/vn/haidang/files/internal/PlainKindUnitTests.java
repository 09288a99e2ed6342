package vn.haidang.files.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainKindUnitTests {

    @ParameterizedTest
    @CsvSource({
        "application/x-msdownload, program",
        "application/x-msdownload; format=pe, program",
        "application/x-dosexec, program",
        "application/zip, archive",
        "image/svg+xml, web",
        "image/tiff, picture",
        "video/mp4, video",
        "audio/mpeg, sound",
        "text/x-python, text",
        "application/octet-stream, other",
        "nonsense, other"
    })
    void saysWhatAMediaTypeIsToPeople(String mediaType, String kind) {
        assertThat(PlainKind.kind(mediaType)).isEqualTo(kind);
    }
}
