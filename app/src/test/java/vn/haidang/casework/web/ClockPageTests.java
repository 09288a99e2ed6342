package vn.haidang.casework.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.CommuneDesk;
import vn.haidang.casework.TakeStep;
import vn.haidang.casework.internal.ClockActs;
import vn.haidang.casework.internal.ConsultActs;
import vn.haidang.casework.internal.ConsultTerms;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.journal.Actor;

/** The clock of a case as of a day, and the letter that says sorry in time. */
@WebTest
class ClockPageTests {

    private final MockMvcTester pages;
    private final Cases cases;
    private final Accounts accounts;
    private final MovableClock clock;
    private final CommuneDesk desk;
    private final ConsultActs consults;
    private final ClockActs clocks;

    ClockPageTests(
            MockMvcTester pages,
            Cases cases,
            Accounts accounts,
            MovableClock clock,
            ConsultActs consults,
            ClockActs clocks,
            JdbcClient database) {
        this.consults = consults;
        this.clocks = clocks;
        this.pages = pages;
        this.cases = cases;
        this.accounts = accounts;
        this.clock = clock;
        this.desk = new CommuneDesk(accounts, cases, clock, CommuneDesk.untouched(database, true));
    }

    @Test
    void showsWhoStoppedTheClockAndTheLimitAsOfADay() {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        AccountId officer = desk.official(Role.ONE_STOP_OFFICER, "Trần Văn Tiếp");
        CaseSummary opened = desk.open(CommuneDesk.Work.THREE_DAYS, "Xin xác nhận");
        clock.moveTo(Instant.parse("2026-03-10T02:00:00Z"));
        ask(opened, officer);
        String path = "/desk/cases/" + opened.id().value() + "/clock/as-of";

        assertThatPage(get(path, officer))
                .hasHeading("Thời hạn vào một ngày bất kỳ")
                .contains("Đồng hồ đang dừng")
                .contains("Thiếu giấy ủy quyền")
                .contains("Trần Văn Tiếp")
                .hasNoDuplicateIds();
        assertThatPage(get(path + "?on-day=9&on-month=3&on-year=2026", officer))
                .contains("12/03/2026")
                .doesNotContain("Thiếu giấy ủy quyền");
        assertThat(get(path + "?on-day=31&on-month=2&on-year=2026", officer)).hasStatus(422);
        assertThatPage(pages.get()
                        .uri(path)
                        .with(SignedIn.as(officer))
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .isEnglish();
    }

    @Test
    void saysThatASecondRequestMakesTheDossierLate() {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        AccountId officer = desk.official(Role.ONE_STOP_OFFICER, "Trần Văn Tiếp");
        CaseSummary opened = desk.open(CommuneDesk.Work.THREE_DAYS, "Xin xác nhận hai lần");
        String path = "/desk/cases/" + opened.id().value();
        String late = "Cổng Dịch vụ công quốc gia tính hồ sơ";
        assertThatPage(get(path, officer)).doesNotContain(late);
        CaseSummary asked = ask(opened, officer);
        CaseSummary again = cases.supplemented(asked.id(), Actor.SYSTEM);
        assertThatPage(get(path, officer)).contains("Đã yêu cầu bổ sung 1 lần").doesNotContain("Tính là quá hạn");

        ask(again, officer);

        assertThatPage(get(path, officer)).hasTag("Tính là quá hạn").hasNoDuplicateIds();
        assertThatPage(get(path + "/clock/as-of", officer))
                .hasTag("Tính là quá hạn")
                .contains("Hạn nội bộ")
                .hasNoDuplicateIds();
    }

    @Test
    void explainsByWhenAUnitThatWasAskedMustAnswer() {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        AccountId officer = desk.official(Role.ONE_STOP_OFFICER, "Trần Văn Tiếp");
        AccountId head = desk.official(Role.UNIT_HEAD, "Phạm Văn Duyệt");
        CaseSummary opened = desk.open(CommuneDesk.Work.THREE_DAYS, "Xin ý kiến");
        consults.ask(
                new ConsultActs.NewConsult(
                        opened.id(),
                        "Có vướng quy hoạch không?",
                        List.of(desk.unit()),
                        Role.SPECIALIST,
                        ConsultTerms.Join.ALL,
                        Instant.parse("2026-03-11T17:00:00Z"),
                        ConsultTerms.Silence.CONSENT,
                        "Điều 12 Quy chế làm việc"),
                UUID.randomUUID(),
                accounts.reader(officer));
        clock.moveTo(Instant.parse("2026-03-10T02:00:00Z"));
        CaseSummary asked = cases.of(opened.subjectType(), opened.subjectId()).orElseThrow();
        clocks.stop(
                new ClockActs.Stop(opened.id(), asked.version(), "Chờ giám định", "Điều 20", UUID.randomUUID()),
                accounts.reader(head));
        clock.moveTo(Instant.parse("2026-03-16T02:00:00Z"));
        CaseSummary stopped = cases.of(opened.subjectType(), opened.subjectId()).orElseThrow();
        clocks.letGoOn(opened.id(), stopped.version(), UUID.randomUUID(), accounts.reader(head));
        String path = "/desk/cases/" + opened.id().value();

        assertThatPage(get(path, officer)).hasLink("Vì sao? Có vướng quy hoạch không?", path + "/clock/as-of#consults");
        assertThatPage(get(path + "/clock/as-of?on-day=9&on-month=3&on-year=2026", officer))
                .contains("Trần Văn Tiếp hỏi")
                .contains("11/03/2026")
                .contains("coi như đồng ý (Điều 12 Quy chế làm việc)")
                .contains("Người hỏi tự chọn ngày này khi hỏi.")
                .hasNoDuplicateIds();
        assertThatPage(get(path + "/clock/as-of?on-day=12&on-month=3&on-year=2026", officer))
                .contains("Chờ giám định")
                .doesNotContain("Người hỏi tự chọn ngày này khi hỏi.");
        assertThatPage(get(path + "/clock/as-of", officer))
                .contains("Trả lời trước")
                .contains("17/03/2026")
                .hasNoDuplicateIds();
        assertThatPage(pages.get()
                        .uri(path + "/clock/as-of")
                        .with(SignedIn.as(officer))
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .contains("Time to answer for units that were asked");
    }

    private CaseSummary ask(CaseSummary seen, AccountId officer) {
        return cases.act(new TakeStep(
                seen.id(),
                seen.version(),
                "receive",
                "ask-supplement",
                "Thiếu giấy ủy quyền",
                accounts.reader(officer),
                UUID.randomUUID()));
    }

    @Test
    void draftsTheLetterAndSendsItOnce() {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        AccountId head = desk.official(Role.UNIT_HEAD, "Phạm Văn Duyệt");
        CaseSummary opened = desk.open(CommuneDesk.Work.THREE_DAYS, "Xin xác nhận gấp");
        clock.moveTo(Instant.parse("2026-03-11T02:00:00Z"));
        String path = "/desk/cases/" + opened.id().value() + "/apology";

        assertThatPage(get("/desk/apologies", head))
                .contains("Xin xác nhận gấp")
                .hasNoDuplicateIds();
        assertThatPage(get(path, head))
                .contains("Kính gửi: Nguyễn Thị Na")
                .contains("Hồ sơ đang ở bước Tiếp nhận hồ sơ")
                .hasNoDuplicateIds();
        assertThat(post(path, head, "", "16")).hasStatus(422);
        assertThat(post(path, head, "Chờ xác minh", "11")).hasStatus(422);
        assertThat(post(path, head, "Chờ xác minh", "16")).hasStatus3xxRedirection();
        assertThatPage(get(path, head)).contains("Chờ xác minh").hasNo("textarea");
        assertThatPage(get("/desk/apologies", head)).doesNotContain("Xin xác nhận gấp");
    }

    private MvcTestResult post(String path, AccountId account, String reason, String day) {
        return pages.post()
                .uri(path)
                .with(SignedIn.withForm(account))
                .param("reason", reason)
                .param("new-day", day)
                .param("new-month", "3")
                .param("new-year", "2026")
                .exchange();
    }

    private MvcTestResult get(String path, AccountId account) {
        return pages.get().uri(path).with(SignedIn.as(account)).exchange();
    }
}
