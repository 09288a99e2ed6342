package vn.haidang.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.haidang.WebTest;

@WebTest
class UnitsPageTests {

    private final MockMvcTester pages;

    UnitsPageTests(MockMvcTester pages) {
        this.pages = pages;
    }

    @Test
    void showsTodaysTreeWithTheDaysOfChange() {
        var page = pages.get().uri("/units").exchange();

        assertThatPage(page)
                .isVietnamese()
                .hasHeading("Đơn vị hành chính và cơ quan")
                .contains("114 đơn vị")
                .hasLink("Phường Hồng Bàng", "/units/commune-11311-c")
                .hasLink("01/07/2025", "/units?on=2025-07-01")
                .hasNoDuplicateIds();
    }

    @Test
    void showsTheDistrictsOfADayThatHadThem() {
        assertThatPage(pages.get().uri("/units?on=2025-06-30").exchange())
                .hasLink("Quận Hồng Bàng", "/units/district-303")
                .doesNotContain("114 đơn vị");
    }

    @Test
    void asksAgainForADayThatIsNone() {
        var page = pages.get().uri("/units?on=30/6").exchange();

        assertThat(page).hasStatus(422);
        assertThatPage(page).hasErrorSummary("on").hasField("on", "30/6");
    }

    @Test
    void saysThatADayIsNotCovered() {
        assertThat(pages.get().uri("/units?on=1990-01-01").exchange()).hasStatus(404);
    }

    @Test
    void showsWhatBecameOfAUnit() {
        assertThatPage(pages.get().uri("/units/commune-10528-b").exchange())
                .hasHeading("Phường Trần Phú")
                .hasSummaryRow("Loại", "Phường")
                .hasSummaryRow("Thời gian hoạt động", "Có từ trước 01/02/2020, đến hết 30/06/2025")
                .contains("một phần")
                .hasLink("Phường Lê Thanh Nghị", "/units/commune-10532-c")
                .contains("Mã thống kê: 10528");
    }

    @Test
    void saysWhereNoSuccessorIsEstablishedAndWhereThereIsNone() {
        assertThatPage(pages.get().uri("/units/commune-11314-a").exchange())
                .contains("đơn vị kế thừa chưa được xác định");
        assertThatPage(pages.get().uri("/units/district-303").exchange()).contains("Bãi bỏ từ ngày 01/07/2025");
        assertThatPage(pages.get().uri("/units/commune-11581-a").exchange()).contains("chưa xác nhận bằng văn bản");
    }

    @Test
    void speaksEnglish() {
        assertThatPage(pages.get()
                        .uri("/units/commune-11311-c")
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .isEnglish()
                .hasHeading("Hồng Bàng Ward");
    }

    @Test
    void knowsNoUnitOfAnInventedKey() {
        assertThat(pages.get().uri("/units/nowhere").exchange()).hasStatus(404);
    }
}
