package vn.haidang.worktime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.GovukPage;
import vn.haidang.worktime.WorkCalendars;

@WebTest
class CalendarPageTests {

    private static final UnitId HERE = UnitId.ofKey("commune-11311-c");
    private static final String THURSDAY = "2028-02-10";

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Cases cases;
    private final WorkCalendars calendars;
    private final MovableClock clock;
    private final JdbcClient database;
    private final List<Map<String, String>> undo = new ArrayList<>();

    CalendarPageTests(
            MockMvcTester pages,
            Accounts accounts,
            Cases cases,
            WorkCalendars calendars,
            MovableClock clock,
            JdbcClient database) {
        this.pages = pages;
        this.accounts = accounts;
        this.cases = cases;
        this.calendars = calendars;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void beginAfterTheLastChange() {
        Instant last = database.sql("select max(recorded_at) from worktime.calendar_version")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        if (clock.instant().isBefore(last)) {
            clock.moveTo(last.plusSeconds(60));
        }
    }

    @AfterEach
    void takeBackWhatWasDeclared() {
        undo.forEach(form -> save(post("/admin/calendar/day", form), "stay"));
        undo.clear();
    }

    @Test
    void showsAYearWithItsDaysAndWhereEachIsFrom() {
        assertThatPage(get("/admin/calendar?year=2026"))
                .isVietnamese()
                .hasHeading("Lịch làm việc năm 2026")
                .contains("Có 249 ngày làm việc.")
                .hasTag("Đã có thông báo chính thức")
                .hasTag("Chờ quyết định")
                .hasTag("chưa có thông báo chính thức")
                .hasLink("thứ Hai, 23/11/2026", "/admin/calendar/day?date=2026-11-23")
                .contains("Công văn 12729/VPCP-KGVX (25/12/2025)");
        assertThatPage(get("/admin/calendar?year=2027"))
                .hasTag("Chưa có thông báo chính thức")
                .contains("Tính theo luật, vì năm này chưa có thông báo");
        assertThatPage(english("/admin/calendar?year=2026"))
                .isEnglish()
                .hasHeading("Working calendar 2026")
                .contains("249 working days.");
    }

    @Test
    void showsWhatWasKnownOnADay() {
        assertThatPage(get("/admin/calendar?year=2024&known=2024-04-11")).doesNotContain("29/04/2024");
        assertThatPage(get("/admin/calendar?year=2024&known=2024-04-12"))
                .contains("Lịch như đã biết đến hết thứ Sáu, 12/04/2024")
                .contains("29/04/2024")
                .hasNo("a[href*=day?date]");
        var page = get("/admin/calendar?year=2024&known=hôm qua");
        assertThat(page).hasStatus(422);
        assertThatPage(page).hasErrorSummary("known").hasField("known", "hôm qua");
    }

    @Test
    void tellsWhichPromisedDaysADayOffMovesAndKeepsThemWhenSoDecided() {
        CaseSummary promised = open(THURSDAY);

        var shown = post("/admin/calendar/day", day(THURSDAY, "swap-off"));
        assertThatPage(shown)
                .hasHeading("Kiểm tra trước khi lưu")
                .hasSummaryRow("thứ Năm, 10/02/2028", "Nghỉ hoán đổi: Nghỉ thử (đã có thông báo chính thức)")
                .contains("1 hồ sơ có ngày hẹn trả đổi")
                .contains("thứ Năm, 10/02/2028")
                .contains("thứ Sáu, 11/02/2028")
                .contains("Phường Hồng Bàng, Đăng ký khai sinh: 1 hồ sơ")
                .doesNotContain(promised.code());
        var undecided = save(shown, "");
        assertThat(undecided).hasStatus(422);
        assertThatPage(undecided).hasErrorSummary("promises");
        assertThat(calendars.current().isWorkingDay(LocalDate.parse(THURSDAY))).isTrue();

        assertThat(save(shown, "stay")).hasRedirectedUrl("/admin/calendar?year=2028&done=1");
        undo.add(day(THURSDAY, "shipped"));

        assertThat(calendars.current().isWorkingDay(LocalDate.parse(THURSDAY))).isFalse();
        assertThat(due(promised)).isEqualTo(promised.dueAt());
        assertThat(lastReason()).isEqualTo("worktime/promises-stay");
        assertThatPage(get("/admin/calendar?year=2028&done=1"))
                .contains("Đã lưu.")
                .hasTag("Sửa tại đây");
        assertThatPage(post("/admin/calendar/day", day(THURSDAY, "swap-off"))).contains("Tất cả đã đúng như vậy");
    }

    @Test
    void movesThePromisedDaysWhenSoDecidedAndShowsWhyInTheCase() {
        CaseSummary promised = open("2028-02-03");
        var shown = post("/admin/calendar/day", day("2028-02-03", "swap-off"));

        assertThat(save(shown, "move")).hasStatus3xxRedirection();
        undo.add(day("2028-02-03", "shipped"));

        assertThat(due(promised)).isEqualTo(Instant.parse("2028-02-04T17:00:00Z"));
        assertThat(cases.deadline(promised.id()).due()).isEqualTo(Instant.parse("2028-02-04T17:00:00Z"));
        assertThat(cases.firstPromise(promised.id()).due()).isEqualTo(promised.dueAt());
        assertThat(cases.history(promised.id()).getLast().verb()).isEqualTo("due-moved");
        assertThat(lastReason()).isEqualTo("worktime/promises-move");
    }

    @Test
    void showsTheCasesToThoseWhoMayReadThemToo() {
        CaseSummary promised = open("2028-01-13");
        AccountId both = administrator();
        accounts.appoint(both, HERE, Role.ONE_STOP_OFFICER, "một cửa", LocalDate.of(2025, 7, 1), null);

        assertThatPage(post("/admin/calendar/day", day("2028-01-13", "swap-off"), both))
                .hasLink(promised.code(), "/desk/cases/" + promised.id().value());
    }

    @Test
    void savesNothingWhenWhatWasShownIsNotSoAnyMore() {
        open("2028-01-20");
        var shown = post("/admin/calendar/day", day("2028-01-20", "swap-off"));
        open("2028-01-20");

        var again = save(shown, "move");

        assertThat(again).hasStatus(409);
        assertThatPage(again).contains("Trong lúc bạn xem đã có thay đổi").contains("2 hồ sơ có ngày hẹn trả đổi");
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2028, 1, 20))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', holiday, date",
        "2028-02-30, holiday, date",
        "2028-02-10, '', kind",
        "2028-02-10, swap-work, kind",
        "2028-02-12, swap-off, kind",
        "2028-02-12, compensatory, kind",
        "2028-02-10, pending, confirmed",
    })
    void refusesADayThatCannotBe(String date, String kind, String field) {
        var page = post("/admin/calendar/day", day(date, kind));

        assertThat(page).hasStatus(422);
        assertThatPage(page).hasErrorSummary(field).hasField("name", "Nghỉ thử");
    }

    @Test
    void asksForEverythingThatIsMissing() {
        var page = post("/admin/calendar/day", Map.of("date", THURSDAY, "kind", "holiday"));

        assertThat(page).hasStatus(422);
        assertThatPage(page).hasErrorSummary("name", "source", "confidence");
    }

    @Test
    void confirmsNoYearOfWhichNoDayIsKnown() {
        var page = post("/admin/calendar/year", Map.of("year", "2031", "status", "official", "source", "Thông báo"));

        assertThat(page).hasStatus(422);
        assertThatPage(page).hasErrorSummary("status").contains("Năm 2031 chưa có ngày nghỉ nào được ghi");
        assertThatPage(post(
                        "/admin/calendar/year",
                        Map.of("year", "2027", "status", "official", "source", "Thông báo 1", "knownFrom", "")))
                .hasSummaryRow("Năm 2027", "Đã có thông báo chính thức (Thông báo 1)");
        assertThatPage(get("/admin/calendar/year?year=2027")).hasHeading("Xác nhận lịch năm 2027");
    }

    @Test
    void importsOnlyWhatIsNewAndShowsItFirst() {
        String header = "date,kind,name,name_en,confirmed,known_from,source,confidence\n";
        String known = "2026-11-24,holiday,Ngày Văn hóa Việt Nam,Viet Nam Culture Day,true,2026-07-01,"
                + "Nghị quyết 28/2026/QH16 (hiệu lực 1/7/2026),M\n";
        String news = "2028-01-26,holiday,Tết Nguyên đán: mùng 1,Lunar New Year: day 1,true,,Thông báo năm 2028,H\n";

        assertThatPage(upload("\ufeff" + header + known + news))
                .hasHeading("Kiểm tra trước khi lưu")
                .hasSummaryRow(
                        "thứ Tư, 26/01/2028", "Nghỉ lễ, tết: Tết Nguyên đán: mùng 1 (đã có thông báo chính thức)")
                .hasNo("dl.govuk-summary-list > div:nth-child(2)");
        assertThatPage(refused(upload(header + known))).contains("không có gì mới");
        assertThatPage(refused(upload(header + news + news.replace("26", "2x"))))
                .hasErrorSummary("file")
                .contains("2028-01-2x");
        assertThatPage(refused(upload(header + news + news))).contains("đã có ở dòng khác");
        assertThatPage(refused(upload((header + news).replace(',', ';')))).contains("dấu phẩy");
        assertThatPage(refused(upload(""))).hasErrorSummary("file");
    }

    @Test
    void takesBackNoEditThatItsPagesCannotMake() {
        assertThat(pages.post()
                        .uri("/admin/calendar/save")
                        .with(SignedIn.withForm(administrator()))
                        .param("edits", "[{\"edit\":\"day\",\"row\":null}]")
                        .exchange())
                .hasStatus(400);
        assertThat(pages.post()
                        .uri("/admin/calendar/save")
                        .with(SignedIn.withForm(administrator()))
                        .param("edits", "no json")
                        .exchange())
                .hasStatus(400);
    }

    @Test
    void opensToNobodyElse() {
        AccountId officer = accounts.create(
                new Accounts.NewAccount("time-" + UuidCreator.getTimeOrderedEpoch(), "Cán bộ", null, null));
        accounts.appoint(officer, HERE, Role.ONE_STOP_OFFICER, "một cửa", LocalDate.of(2025, 7, 1), null);

        assertThat(pages.get().uri("/admin/calendar").with(SignedIn.as(officer)).exchange())
                .hasStatus(403);
    }

    private static MvcTestResult refused(MvcTestResult page) {
        assertThat(page).hasStatus(422);
        return page;
    }

    private static Map<String, String> day(String date, String kind) {
        return Map.of(
                "date", date,
                "kind", kind,
                "name", "Nghỉ thử",
                "confirmed", "yes",
                "source", "Thông báo thử",
                "confidence", "H");
    }

    /** A case that is due on a day in 2028, because the limit is two years. */
    private CaseSummary open(String dueDay) {
        CaseId id = CaseId.next(clock);
        LocalDate filed = LocalDate.parse(dueDay).minusYears(2);
        return cases.open(new OpenCase(
                id,
                "civil-status-same-day",
                "HS-" + id.value(),
                "Đăng ký khai sinh",
                "publicservice/application",
                UuidCreator.getTimeOrderedEpoch(),
                HERE,
                HERE,
                Channel.ONLINE,
                null,
                "Nguyễn Thị Na",
                new ClockTerms("24m", "resume", "mặc định", "Luật", "standard"),
                filed.atTime(9, 0).atZone(MovableClock.VIETNAM).toInstant(),
                false,
                Actor.ANONYMOUS));
    }

    private Instant due(CaseSummary seen) {
        return database.sql("select due_at from casework.case_file where id = :id")
                .param("id", seen.id().value())
                .query((row, number) ->
                        row.getObject("due_at", OffsetDateTime.class).toInstant())
                .single();
    }

    private String lastReason() {
        return database.sql(
                        "select reason from journal.entry where verb = 'worktime/day-declared' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private MvcTestResult save(MvcTestResult shown, String promises) {
        var page = assertThatPage(shown);
        return pages.post()
                .uri("/admin/calendar/save")
                .with(SignedIn.withForm(administrator()))
                .param("edits", value(page, "edits"))
                .param("token", value(page, "token"))
                .param("promises", promises)
                .exchange();
    }

    private static String value(GovukPage page, String field) {
        var input = page.document().selectFirst("input[name=" + field + "]");
        return input == null ? "" : input.val();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        return post(path, form, administrator());
    }

    private MvcTestResult post(String path, Map<String, String> form, AccountId by) {
        var request = pages.post().uri(path).with(SignedIn.withForm(by));
        for (var field : form.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private MvcTestResult upload(String csv) {
        return pages.post()
                .uri("/admin/calendar/import")
                .multipart()
                .file("file", csv.getBytes(StandardCharsets.UTF_8))
                .with(SignedIn.withForm(administrator()))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return pages.get().uri(path).with(SignedIn.as(administrator())).exchange();
    }

    private MvcTestResult english(String path) {
        return pages.get()
                .uri(path)
                .with(SignedIn.as(administrator()))
                .cookie(new Cookie("language", "en"))
                .exchange();
    }

    private AccountId administrator() {
        AccountId account = accounts.create(
                new Accounts.NewAccount("time-" + UuidCreator.getTimeOrderedEpoch(), "Quản trị lịch", null, null));
        accounts.appoint(account, HERE, Role.ADMINISTRATOR, "quản trị", LocalDate.of(2025, 7, 1), null);
        return account;
    }
}
