package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.Units;

@WebTest
class CatalogueDeskPageTests {

    private static final String SERVICE = "/admin/services/2.002516";

    private final MockMvcTester pages;
    private final AccountId administrator;

    CatalogueDeskPageTests(MockMvcTester pages, Accounts accounts, Units units) {
        this.pages = pages;
        this.administrator = accounts.create(
                new Accounts.NewAccount("catalogue-" + UuidCreator.getTimeOrderedEpoch(), "Vũ Thị Danh", null, null));
        LocalDate day = LocalDate.of(2025, 7, 1);
        accounts.appoint(
                administrator, units.city(LocalDate.of(2026, 3, 2)).id(), Role.ADMINISTRATOR, "Quản trị", day, null);
    }

    @Test
    void namesWhatEachServiceLacksAndLosesNothingThatWasTyped() {
        assertThatPage(get("/admin/services"))
                .hasHeading("Danh mục dịch vụ công")
                .contains("Trình tự thực hiện")
                .hasNoDuplicateIds();
        assertThatPage(get(SERVICE)).hasHeading("Sửa và công bố").hasNoDuplicateIds();
        var first = assertThatPage(get("/admin/services")).document().select("main tbody tr");
        assertThat(first).hasSize(CatalogueDeskPage.SIZE);
        assertThat(assertThatPage(get("/admin/services?page=2"))
                        .document()
                        .select("main tbody th")
                        .eachText())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.select("th").eachText());
        assertThat(assertThatPage(get("/admin/services?q=2.002516")).document().select("main tbody tr"))
                .hasSize(1);
        assertThatPage(get("/admin/services?q=khong-co-gi-nhu-the")).contains("Không tìm thấy dịch vụ nào");

        MvcTestResult refused = post("do=publish&name=Xác nhận&agency=Ủy ban&steps=Nộp hồ sơ&items=Tờ khai&sets=1"
                + "&channel=online&audience=person&duration=3&from-day=3&from-month=3&from-year=2026");
        assertThat(refused).hasStatus(422);
        assertThatPage(refused)
                .hasErrorSummary("duration")
                .hasField("duration", "3")
                .hasNoDuplicateIds();
        assertThatPage(get(SERVICE)).hasField("duration", "3").contains("Có bản nháp");
        assertThat(post("do=publish&duration=3wd&from-day=31&from-month=2&from-year=2026"))
                .hasStatus(422);
        assertThat(post("do=publish&duration=3wd&from-day=1&from-month=2&from-year=2020"))
                .hasStatus(422);

        assertThat(post("do=discard")).hasStatus(302);
        assertThatPage(get(SERVICE)).hasField("duration", "");
        assertThat(get("/admin/services/9.999999")).hasStatus(404);
    }

    @Test
    void whatIsTooLongIsSaidBesideItsFieldAndStaysWhole() {
        String steps = "Bước này dài. ".repeat(1_500).strip();

        MvcTestResult refused = post("name=Xác nhận&counter-time=3&counter-what=" + steps + "&steps=" + steps);

        assertThat(refused).hasStatus(422);
        assertThatPage(refused)
                .hasErrorSummary("steps", "counter-what")
                .contains("Mục này dài 20.999 ký tự, nhiều nhất là 20.000")
                .hasField("steps", steps)
                .hasField("counter-what", steps)
                .hasField("name", "Xác nhận");
        assertThatPage(get(SERVICE)).hasField("steps", "");
    }

    @Test
    void narrowsTheListToWhatIsMissingAndSaysSoBeforeAnybodyTriesToPublish() {
        var all = assertThatPage(get("/admin/services"))
                .contains("hệ thống không tự điền")
                .document();
        var counts = all.select("select[name=missing] option").eachText();
        int everything = counted(counts, "Tất cả");
        assertThat(counted(counts, "Đủ bảy bộ phận") + counted(counts, "Còn thiếu bộ phận"))
                .isEqualTo(everything);
        all.select("main p:contains(được nạp khi còn thiếu)")
                .forEach(told ->
                        assertThat(told.text()).contains(" " + counted(counts, "Còn thiếu bộ phận") + " dịch vụ"));
        assertThat(all.select("main p:contains(được nạp khi còn thiếu)")).hasSize(1);
        assertThat(rows("any")).isEqualTo(counted(counts, "Còn thiếu bộ phận"));
        assertThat(rows("none")).isEqualTo(counted(counts, "Đủ bảy bộ phận"));
        assertThat(rows("sequence")).isEqualTo(counted(counts, "Thiếu: Trình tự thực hiện"));
        assertThat(rows("khong-co-bo-phan-nay")).isEqualTo(everything);

        assertThatPage(get(SERVICE))
                .contains("chưa công bố được bản mới")
                .has("a[href='#steps']")
                .hasNoDuplicateIds();
        MvcTestResult noSets =
                post("do=publish&name=Xác nhận&agency=Ủy ban&steps=Nộp&items=Tờ khai&sets=&channel=online"
                        + "&audience=person&duration=3wd&from-day=3&from-month=3&from-year=2026");
        assertThatPage(noSets).hasErrorSummary("sets").hasField("items", "Tờ khai");
        assertThat(post("do=discard")).hasStatus(302);
    }

    /** How many services all pages of the narrowed list hold. */
    private int rows(String missing) {
        int rows = 0;
        for (int page = 1; ; page++) {
            int here = assertThatPage(get("/admin/services?missing=" + missing + "&page=" + page))
                    .document()
                    .select("main tbody tr")
                    .size();
            rows += here;
            if (here < CatalogueDeskPage.SIZE) {
                return rows;
            }
        }
    }

    private static int counted(java.util.List<String> options, String label) {
        return options.stream()
                .filter(option -> option.startsWith(label + " ("))
                .mapToInt(option -> Integer.parseInt(option.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult get(String address) {
        return pages.get().uri(address).with(SignedIn.as(administrator)).exchange();
    }

    private MvcTestResult post(String parameters) {
        return pages.post()
                .uri(SERVICE + "?" + parameters)
                .with(SignedIn.as(administrator))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }
}
