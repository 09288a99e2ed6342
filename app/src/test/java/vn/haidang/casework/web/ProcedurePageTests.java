package vn.haidang.casework.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;

@WebTest
class ProcedurePageTests {

    private static final UnitId HERE = UnitId.ofKey("commune-11311-c");

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Clock clock;

    ProcedurePageTests(MockMvcTester pages, Accounts accounts, Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Test
    void publishesEachProcedureAsTheTableOfTheLawWithItsPicture() {
        assertThatPage(pages.get().uri("/procedures").exchange())
                .hasHeading("Quy trình nội bộ")
                .hasLink("Hộ tịch, trả kết quả trong ngày", "/procedures/civil-status-same-day");
        MvcTestResult page =
                pages.get().uri("/procedures/civil-status-same-day").exchange();

        assertThatPage(page)
                .hasHeading("Hộ tịch, trả kết quả trong ngày")
                .contains("2. Thẩm định")
                .contains("Công chức chuyên môn, đơn vị giải quyết")
                .contains("4 giờ làm việc")
                .contains("dừng đồng hồ chờ người nộp")
                .contains("Phải là người khác với người làm: Phê duyệt")
                .hasSummaryRow("Tổng thời gian nội bộ", "7 giờ làm việc")
                .has("svg.hd-flow__picture[role=img][aria-label]")
                .hasNo(".hd-flow__node--here");
        assertThat(pages.get().uri("/procedures/nothing").exchange()).hasStatus(404);
        assertThat(pages.get().uri("/procedures/standard?version=99").exchange())
                .hasStatus(404);
    }

    @Test
    void givesTheProcedureAsFilesThatAreTakenBackUnchanged() {
        AccountId administrator = administrator();
        MvcTestResult bpmn = pages.get().uri("/procedures/standard/1/bpmn").exchange();
        assertThat(bpmn).hasStatusOk().hasHeader("Content-Disposition", "attachment; filename=\"standard-1.bpmn\"");
        assertThat(text(bpmn)).startsWith("<?xml").contains("<bpmndi:BPMNShape id=\"step-appraise-di\"");

        for (String kind : new String[] {"csv", "yaml"}) {
            MvcTestResult file =
                    pages.get().uri("/procedures/standard/1/" + kind).exchange();
            assertThat(file).hasStatusOk();

            assertThat(hand(administrator, "standard." + (kind.equals("csv") ? "csv" : "yml"), text(file)))
                    .hasStatus3xxRedirection()
                    .hasRedirectedUrl("/admin/procedures/standard?done=unchanged");
        }
    }

    @Test
    void takesAnAdministratorFromTheFileToTheVersionInForce() {
        AccountId administrator = administrator();
        String code = "test." + UUID.randomUUID();
        String file =
                text(pages.get().uri("/procedures/standard/1/csv").exchange()).replace("standard", code);
        String path = "/admin/procedures/" + code;

        assertThat(hand(administrator, "a.csv", file)).hasRedirectedUrl(path + "/draft");
        assertThatPage(get("/admin/procedures", administrator))
                .hasHeading("Quản lý quy trình")
                .contains("a.csv");
        assertThatPage(get(path + "/draft", administrator))
                .contains("Bản nháp chưa ảnh hưởng tới hồ sơ nào")
                .has("svg.hd-flow__picture");
        assertThat(pages.get().uri("/procedures/" + code).exchange()).hasStatus(404);

        LocalDate day = LocalDate.now(clock);
        String query = "from-day=" + day.getDayOfMonth() + "&from-month=" + day.getMonthValue() + "&from-year="
                + day.getYear();
        assertThatPage(get(path + "/publish?" + query, administrator))
                .contains("Điều sẽ thay đổi")
                .contains("0 hồ sơ đang mở giữ phiên bản hiện nay");
        assertThat(post(path + "/publish?" + query, administrator)).hasRedirectedUrl(path + "?done=published");
        assertThatPage(get(path + "?done=published", administrator))
                .contains("Đã công bố")
                .hasTag("Đang hiệu lực");
        assertThat(pages.get().uri("/procedures/" + code).exchange()).hasStatusOk();

        assertThat(hand(administrator, "b.csv", file.replace(",4wh,", ",6wh,"))).hasRedirectedUrl(path + "/draft");
        assertThatPage(get(path + "/compare?left=1&right=draft", administrator))
                .contains("4 giờ làm việc")
                .contains("6 giờ làm việc");
        MvcTestResult sameDay = post(path + "/publish?" + query, administrator);
        assertThat(sameDay).hasStatus(409);
        assertThatPage(sameDay).contains("Phiên bản 1 bắt đầu ngày");
        assertThat(post(path + "/draft/discard", administrator)).hasRedirectedUrl(path + "?done=discarded");

        LocalDate next = day.plusDays(1);
        hand(administrator, "b.csv", file.replace(",4wh,", ",6wh,"));
        assertThat(post(
                        path + "/publish?from-day=" + next.getDayOfMonth() + "&from-month=" + next.getMonthValue()
                                + "&from-year=" + next.getYear(),
                        administrator))
                .hasRedirectedUrl(path + "?done=published");
        assertThatPage(get(path + "/1/move", administrator))
                .isVietnamese()
                .contains("Không còn hồ sơ mở nào theo phiên bản này");
        assertThat(get(path + "/1/move?to=9", administrator)).hasStatus(404);
        assertThat(post(path + "/1/move?to=2", administrator)).hasRedirectedUrl(path + "/1/move?to=2&moved=0");
    }

    @Test
    void namesTheUnitThatATableBringsAStepTo() {
        AccountId administrator = administrator();
        String code = "test." + UUID.randomUUID();
        String file = text(pages.get().uri("/procedures/standard/1/csv").exchange())
                .replace("standard", code)
                .replace("specialist,competent", ",head-of-dept-tu-phap");
        LocalDate day = LocalDate.now(clock);

        assertThat(hand(administrator, "a.csv", file)).hasRedirectedUrl("/admin/procedures/" + code + "/draft");
        assertThatPage(get("/admin/procedures/" + code + "/draft", administrator))
                .contains("Người đứng đầu Sở Tư pháp");
        assertThatPage(get(
                        "/admin/procedures/" + code + "/publish?from-day=" + day.getDayOfMonth() + "&from-month="
                                + day.getMonthValue() + "&from-year=" + day.getYear(),
                        administrator))
                .contains("Bước “Thẩm định” do Sở Tư pháp làm");
        MvcTestResult before =
                get("/admin/procedures/" + code + "/publish?from-day=1&from-month=1&from-year=2020", administrator);
        assertThatPage(before)
                .contains("Ngày 01/01/2020 không có đơn vị làm bước “Thẩm định”")
                .doesNotContain("Điều sẽ thay đổi");
    }

    @Test
    void namesLineAndColumnOfWhatIsWrong() {
        AccountId administrator = administrator();
        String file = text(pages.get().uri("/procedures/standard/1/csv").exchange())
                .replace(",next,appraise,", ",next,aprise,");

        MvcTestResult refused = hand(administrator, "a.csv", file);

        assertThat(refused).hasStatus(422);
        assertThatPage(refused)
                .hasErrorSummary("file")
                .contains("to_step")
                .contains("dẫn tới bước “aprise”, mà quy trình không có bước này");
        assertThat(hand(administrator, "a.csv", "")).hasStatus(422);
    }

    @Test
    void isClosedToThoseWhoDoNotAdminister() {
        AccountId officer = official(Role.ONE_STOP_OFFICER);

        assertThat(get("/admin/procedures", officer)).hasStatus(403);
        assertThat(hand(officer, "a.csv", "x")).hasStatus(403);
        assertThat(pages.get().uri("/admin/procedures").exchange()).hasStatus3xxRedirection();
    }

    private AccountId administrator() {
        return official(Role.ADMINISTRATOR);
    }

    private AccountId official(Role role) {
        String name = "official-" + UUID.randomUUID();
        AccountId account = accounts.create(new Accounts.NewAccount(name, "Vũ Thị Quản", null, null));
        accounts.appoint(account, HERE, role, "Chức danh " + name, LocalDate.of(2025, 7, 1), null);
        return account;
    }

    private MvcTestResult get(String path, AccountId by) {
        return pages.get().uri(path).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult post(String path, AccountId by) {
        return pages.post().uri(path).with(SignedIn.withForm(by)).exchange();
    }

    private MvcTestResult hand(AccountId by, String name, String text) {
        return pages.post()
                .multipart()
                .uri("/admin/procedures/import")
                .file(new MockMultipartFile("file", name, "text/csv", text.getBytes(UTF_8)))
                .with(SignedIn.withForm(by))
                .exchange();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
