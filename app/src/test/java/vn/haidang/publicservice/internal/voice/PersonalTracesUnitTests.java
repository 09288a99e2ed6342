package vn.haidang.publicservice.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTracesUnitTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bà nguyen thi na hỏi vì sao chậm",
                "Gọi 0912 345 678 để biết thêm",
                "Số định danh 031190012345",
                "Viết cho na@example.vn",
                "Hồ sơ H24.11311-260302-0001",
                "Ông TRẦN VĂN TIẾP đã xin lỗi"
            })
    void findsWhatMayBeSomebodys(String text) {
        assertThat(PersonalTraces.in(text, "Nguyễn Thị Na", "Trần Văn Tiếp")).isPresent();
    }

    @Test
    void leavesPlainAnswersAlone() {
        assertThat(PersonalTraces.in(
                        "Từ ngày 26/11/2026, quầy số 3 mở cửa lúc 7:30; lệ phí 8.000 đ theo Nghị định 118/2025.",
                        "Nguyễn Thị Na",
                        null))
                .isEmpty();
        assertThat(PersonalTraces.in("Lối vào an toàn ở cửa sau", "An", null)).isEmpty();
        assertThat(PersonalTraces.in("Thi nam xong rồi", "Thi Na", null)).isEmpty();
    }
}
