package vn.haidang.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.haidang.StatementCount;
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
                .contains("67 xã, 45 phường, 2 đặc khu")
                .hasLink("Phường Hồng Bàng", "/units/commune-11311-c")
                .hasLink("Từ 01/07/2025 114 xã, phường, đặc khu", "/units?on=2025-07-01")
                .hasLink("Từ 01/02/2020 15 quận, huyện; 217 xã, phường, thị trấn", "/units?on=2020-02-01")
                .has("input[type=range][min=1][max=5][value=5]")
                .hasNoDuplicateIds();
    }

    @Test
    void drawsEveryUnitWithAKnownPointAsALink() {
        var today = assertThatPage(pages.get().uri("/units").exchange()).document();
        var before = assertThatPage(pages.get().uri("/units?on=2024-12-31").exchange())
                .document();

        assertThat(today.select("svg.hd-map__picture a circle")).hasSize(114);
        assertThat(before.select("svg.hd-map__picture a circle").size()).isGreaterThan(200);
    }

    @Test
    void coloursTheMapByPeoplePerSquareKilometre() {
        assertThatPage(pages.get().uri("/units?show=density").exchange())
                .contains("người/km²")
                .has("circle.hd-map--step-5")
                .hasLink("Tô màu theo loại đơn vị", "/units?on=2026-03-02");
        assertThatPage(pages.get().uri("/units?on=2024-12-31&show=density").exchange())
                .contains("chưa có số liệu");
    }

    @Test
    void theSliderLeadsToAnEpochWithoutScript() {
        assertThatPage(pages.get().uri("/units?step=1").exchange())
                .contains("141 xã")
                .contains("66 phường")
                .has("a[href='/units?on=2020-02-01'][aria-current=date]");
        assertThat(pages.get().uri("/units?step=x").exchange()).hasStatusOk();
        assertThat(pages.get().uri("/units?step=99").exchange()).hasStatusOk();
    }

    @Test
    void showsTheDistrictsOfADayThatHadThem() {
        assertThatPage(pages.get().uri("/units?on=2025-06-30").exchange())
                .hasLink("Lịch sử của Quận Hồng Bàng", "/units/district-303")
                .contains("8 quận, 6 huyện, 1 thành phố thuộc tỉnh, thành phố");
    }

    @Test
    void findsWithoutDiacriticsAndTellsWhatBecameOfIt() {
        assertThatPage(pages.get().uri("/units?q=phuong quan toan").exchange())
                .hasLink("Phường Quán Toan", "/units/commune-11296-b")
                .contains("đến hết 30/06/2025")
                .contains("Nay là");
        assertThatPage(pages.get().uri("/units?q=11581").exchange())
                .contains("Mang mã 11581 từ 01/07/2025 đến nay")
                .contains("Mang mã 11581 từ 01/02/2020 đến hết 31/12/2024");
        assertThatPage(pages.get().uri("/units?q=<b>zz").exchange()).contains("Không tìm thấy đơn vị nào");
    }

    @Test
    void aPageCostsTheSameHoweverManyUnitsThereAre() {
        pages.get().uri("/units").exchange();
        var few = StatementCount.least(
                () -> pages.get().uri("/units?on=2025-07-01").exchange());
        var many = StatementCount.least(
                () -> pages.get().uri("/units?on=2024-01-01").exchange());

        assertThat(many).isLessThanOrEqualTo(few + 1).isLessThan(6);
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
                .contains("1669/NQ-UBTVQH15")
                .contains("Nhóm so sánh được")
                .hasLink("Phường Lê Thanh Nghị", "/units/commune-10532-c")
                .contains("Mã thống kê 10528");
    }

    @Test
    void saysWhereNoSuccessorIsEstablishedAndWhereThereIsNone() {
        assertThatPage(pages.get().uri("/units/commune-11314-a").exchange()).contains("Chưa xác định đơn vị kế thừa");
        assertThatPage(pages.get().uri("/units/district-303").exchange()).contains("Không có đơn vị kế thừa");
        assertThatPage(pages.get().uri("/units/commune-11581-a").exchange()).contains("chưa xác nhận bằng văn bản");
    }

    @Test
    void tellsFormerNames() {
        assertThatPage(pages.get().uri("/units/province-46").exchange())
                .hasHeading("Thành phố Huế")
                .contains("Tỉnh Thừa Thiên Huế: Từ 01/02/2020 đến hết 31/12/2024");
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
