package vn.haidang.publicservice.internal.once;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Officials name a component by less than its whole title, but never by what any paper could be called. */
class ItemWordsUnitTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Căn cước hoặc hộ chiếu của người đi đăng ký; can cuoc/ho chieu",
                "Giấy chứng sinh; giay chung sinh",
                "Giấy tờ về nơi cư trú; noi cu tru",
                "Giấy tờ về tài sản; giay to ve tai san",
                "Bản sao giấy chứng tử hoặc quyết định của Tòa án; giay chung tu/quyet dinh cua toa an",
                "Thông tin của bạn trong cơ sở dữ liệu dân cư; thong tin cua ban trong co so du lieu dan cu",
            })
    void eachPaperItOffersIsAName(String item, String words) {
        assertThat(ItemWords.of(item)).containsExactly(words.split("/"));
    }

    @Test
    void whatAnyPaperIsCalledNamesNone() {
        assertThat(ItemWords.of("Giấy tờ")).isEmpty();
        assertThat(ItemWords.of("Bản sao, thông tin")).isEmpty();
    }
}
