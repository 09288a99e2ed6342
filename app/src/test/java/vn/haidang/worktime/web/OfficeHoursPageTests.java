package vn.haidang.worktime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.WorkCalendars;

@WebTest
class OfficeHoursPageTests {

    private static final UnitId HERE = UnitId.ofKey("commune-11311-c");

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final WorkCalendars calendars;
    private final MovableClock clock;
    private final JdbcClient database;

    OfficeHoursPageTests(
            MockMvcTester pages, Accounts accounts, WorkCalendars calendars, MovableClock clock, JdbcClient database) {
        this.pages = pages;
        this.accounts = accounts;
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

    @Test
    void listsTheHoursTheirSeasonsAndWhoKeepsWhich() {
        assertThatPage(get("/admin/office-hours"))
                .hasHeading("Giờ làm việc")
                .contains("từ 01/04 đến 31/10 hằng năm")
                .contains("thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu")
                .contains("08:00–12:00")
                .contains("Tỉnh Hải Dương");
    }

    @Test
    void addsHoursFromADayOnAndTakesThemBack() {
        var shown = post("/admin/office-hours/period", hours("page-tests", "2028-01-10"));
        assertThatPage(shown)
                .hasHeading("Kiểm tra trước khi lưu")
                .contains("thứ Hai, thứ Sáu 07:30–11:30")
                .contains("Không có ngày đã hẹn nào thay đổi.");

        assertThat(save(shown)).hasRedirectedUrl("/admin/office-hours?changed=page-tests&done=1");
        assertThat(calendars.current().spans(LocalDate.of(2028, 1, 10), "page-tests"))
                .extracting(span -> span.opens().toString())
                .containsExactly("07:30", "13:00");
        assertThatPage(get("/admin/office-hours?done=1")).contains("Đã lưu.").contains("Khai báo tại đây");

        var withdrawn = post("/admin/office-hours/withdraw", Map.of("code", "page-tests", "from", "2028-01-10"));
        assertThat(save(withdrawn)).hasStatus3xxRedirection();
        assertThat(calendars.current().officeHoursCodes()).doesNotContain("page-tests");
        assertThat(post("/admin/office-hours/withdraw", Map.of("code", "page-tests", "from", "2028-01-10")))
                .hasStatus(404);
    }

    @Test
    void refusesHoursThatLeaveAGapOrCannotBe() {
        save(post("/admin/office-hours/period", hours("gap-tests", "2028-01-10", "2028-01-31")));

        var gap = post("/admin/office-hours/period", hours("gap-tests", "2028-02-02"));
        assertThat(gap).hasStatus(422);
        assertThatPage(gap).hasErrorSummary("from").contains("không có giờ cho ngày 01/02/2028");
        assertThatPage(post("/admin/office-hours/period", Map.of()))
                .hasErrorSummary("code", "name", "from", "weekdays", "opens", "closes", "source");
        var backwards = new HashMap<>(hours("gap-tests", "2028-02-01"));
        backwards.put("closes", "07:00");
        assertThatPage(post("/admin/office-hours/period", backwards)).hasErrorSummary("closes");
        save(post("/admin/office-hours/withdraw", Map.of("code", "gap-tests", "from", "2028-01-10")));
    }

    @Test
    void importsSeasonsFromAFile() {
        String header =
                "code,name,name_en,valid_from,valid_to,season_from,season_to,weekdays,opens,closes,source,confidence\n";
        String summer = "file-tests,Giờ theo mùa,Seasonal,2028-01-01,,04-01,10-31,MON;TUE,07:00,11:00,x,H\n";
        String winter = "file-tests,Giờ theo mùa,Seasonal,2028-01-01,,11-01,03-31,MON;TUE,08:00,12:00,x,H\n";

        assertThatPage(upload(header + summer + winter))
                .hasHeading("Kiểm tra trước khi lưu")
                .contains("thứ Hai, thứ Ba 07:00–11:00 từ 01/04 đến 31/10 hằng năm");
        var refused = upload(header + summer);
        assertThat(refused).hasStatus(422);
        assertThatPage(refused).hasErrorSummary("file").contains("2028-01-01");
    }

    @Test
    void givesAUnitHoursOfItsOwn() {
        var unit = "commune-11359-c";
        var on = LocalDate.of(2028, 5, 8);
        var ended = post(
                "/admin/office-hours/unit",
                Map.of("unit", unit, "code", "hai-duong", "from", "2028-05-01", "to", "2028-05-31", "source", "x"));
        assertThat(ended).hasStatus(422);
        assertThatPage(ended).hasErrorSummary("code").contains("không có giờ cho ngày 01/05/2028");
        save(post("/admin/office-hours/period", hours("unit-tests", "2028-05-01", "2028-06-30")));
        assertThatPage(post(
                        "/admin/office-hours/unit",
                        Map.of("unit", unit, "code", "unit-tests", "from", "2028-05-01", "source", "x")))
                .hasErrorSummary("code")
                .contains("không có giờ cho ngày 01/07/2028");
        var shown = post(
                "/admin/office-hours/unit",
                Map.of("unit", unit, "code", "unit-tests", "from", "2028-05-01", "to", "2028-05-31", "source", "x"));

        assertThatPage(shown).hasSummaryRow(unit, "unit-tests, Từ 01/05/2028 đến hết 31/05/2028");
        assertThat(save(shown)).hasStatus3xxRedirection();

        assertThat(calendars.officeHoursOf(UnitId.ofKey(unit), on, "standard")).isEqualTo("unit-tests");
        assertThat(calendars.keptHours().of(UnitId.ofKey(unit), on, "standard")).isEqualTo("unit-tests");
        assertThat(calendars.keptHours().of(UnitId.ofKey(unit), on.plusMonths(1), "standard"))
                .isEqualTo("standard");
        assertThat(calendars.officeHoursOf(UnitId.ofKey(unit), on.plusMonths(1), "standard"))
                .isEqualTo("standard");
        assertThat(database.sql("select count(*) from journal.entry where verb = 'worktime/unit-hours-declared'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThatPage(post("/admin/office-hours/unit", Map.of("unit", "nowhere")))
                .hasErrorSummary("unit", "code", "from", "source");
    }

    @Test
    void readsFromAFileWhichUnitKeepsWhichHours() {
        String header = "unit,code,valid_from,valid_to,source,confidence\n";
        String one = "commune-11311-c,standard,2029-01-01,2029-07-01,Quyết định thử,H\n";
        String two = "11329,standard,2029-01-01,,Quyết định thử,H\n";

        var shown = upload("/admin/office-hours/units/import", header + one + two);
        assertThatPage(shown)
                .hasHeading("Kiểm tra trước khi lưu")
                .hasSummaryRow("commune-11311-c", "standard, Từ 01/01/2029 đến hết 30/06/2029");
        assertThat(save(shown)).hasStatus3xxRedirection();
        assertThat(database.sql("select count(*) from worktime.own_unit_hours where source = 'Quyết định thử'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThatPage(upload("/admin/office-hours/units/import", header + one + two))
                .contains("không có gì mới");

        var refused = upload(
                "/admin/office-hours/units/import",
                header + one + one + "nowhere,standard,2029-01-01,,x,H\n" + "11329,hai-duong,2029-01-01,,x,H\n");
        assertThat(refused).hasStatus(422);
        assertThatPage(refused)
                .hasErrorSummary("file")
                .contains("nowhere")
                .contains("không có giờ cho ngày 01/01/2029");
    }

    private static Map<String, String> hours(String code, String from) {
        return hours(code, from, "");
    }

    private static Map<String, String> hours(String code, String from, String to) {
        return Map.of(
                "code", code,
                "name", "Giờ thử",
                "from", from,
                "to", to,
                "weekdays", "1,5",
                "opens", "07:30",
                "closes", "11:30",
                "opensAgain", "13:00",
                "closesAgain", "16:30",
                "source", "Quyết định thử");
    }

    private MvcTestResult save(MvcTestResult shown) {
        var document = assertThatPage(shown).document();
        return pages.post()
                .uri("/admin/calendar/save")
                .with(SignedIn.withForm(administrator()))
                .param(
                        "edits",
                        Objects.requireNonNull(document.selectFirst("input[name=edits]"))
                                .val())
                .param(
                        "token",
                        Objects.requireNonNull(document.selectFirst("input[name=token]"))
                                .val())
                .param("promises", "stay")
                .exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = pages.post().uri(path).with(SignedIn.withForm(administrator()));
        for (var field : form.entrySet()) {
            List<String> values = field.getKey().equals("weekdays")
                    ? List.of(field.getValue().split(",", -1))
                    : List.of(field.getValue());
            for (String value : values) {
                request = request.param(field.getKey(), value);
            }
        }
        return request.exchange();
    }

    private MvcTestResult upload(String csv) {
        return upload("/admin/office-hours/import", csv);
    }

    private MvcTestResult upload(String path, String csv) {
        return pages.post()
                .uri(path)
                .multipart()
                .file("file", csv.getBytes(StandardCharsets.UTF_8))
                .with(SignedIn.withForm(administrator()))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return pages.get().uri(path).with(SignedIn.as(administrator())).exchange();
    }

    private AccountId administrator() {
        AccountId account = accounts.create(
                new Accounts.NewAccount("hours-" + UuidCreator.getTimeOrderedEpoch(), "Quản trị giờ", null, null));
        accounts.appoint(account, HERE, Role.ADMINISTRATOR, "quản trị", LocalDate.of(2025, 7, 1), null);
        return account;
    }
}
