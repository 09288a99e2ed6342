package vn.haidang.publicservice.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtsUnitTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 Ngày làm việc",
                "15 Ngày",
                "1 Giờ",
                "2 Tháng",
                "5 Ngày làm việc | 3 Ngày",
                "1.5 Giờ",
                "8 giờ làm việc"
            })
    void aTimeWithItsUnitIsCertain(String time) {
        assertThat(Doubts.ofTime(time)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1 (không ghi đơn vị), publicservice.intake.no-unit",
        "3, publicservice.intake.no-unit",
        "5 Ngày | 3 (không ghi đơn vị), publicservice.intake.no-unit",
        "'', publicservice.intake.no-time",
        "nhanh, publicservice.intake.odd-time",
        "5 - 7, publicservice.intake.odd-time",
    })
    void anyOtherTimeIsDoubtfulAndSaysWhy(String time, String why) {
        assertThat(Doubts.ofTime(time)).contains(why);
    }

    @ParameterizedTest
    @CsvSource({"20, true", "999, true", "1000, false", "0, false", "20000, false"})
    void aFeeOfADozenDongIsTooLow(long fee, boolean low) {
        assertThat(Doubts.lowFee(fee)).isEqualTo(low);
    }
}
