package vn.haidang.publicservice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedPapersUnitTests {

    private static final List<String> PAPERS =
            List.of("Tờ khai", "Giấy tờ về nơi cư trú", "Văn bản ủy quyền", "Giấy chứng sinh");

    @ParameterizedTest
    @CsvSource({
        "Thiếu giấy chứng sinh bản chính, true",
        "van ban uy quyen chua ky, true",
        "Tờ khai điền thiếu mục 3, true",
        "Chưa rõ nơi cư trú, true",
        "Bổ sung giấy tờ theo quy định, false",
        "Hồ sơ chưa hợp lệ, false",
        "Đề nghị liên hệ bộ phận một cửa, false"
    })
    void seesWhetherARequestNamesAPaperOfTheProcedure(String request, boolean names) {
        assertThat(NamedPapers.in(request, PAPERS)).isEqualTo(names);
    }
}
