package vn.haidang.casework.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.JournalEntries;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;

/** Administrators name substitutes for those who cannot; work of a substitute goes back when the time ends. */
@WebTest
class StandInPageTests {

    private static final String UNIT = "commune-11635-c";
    private static final UnitId HERE = UnitId.ofKey(UNIT);
    private static final LocalDate BEGAN = LocalDate.of(2025, 7, 1);

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Cases cases;
    private final JdbcClient database;
    private final Clock clock;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private AccountId administrator;
    private AccountId away;
    private AccountId helper;

    @SuppressWarnings("NullAway.Init")
    StandInPageTests(MockMvcTester pages, Accounts accounts, Cases cases, JdbcClient database, Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.cases = cases;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void people() {
        administrator = official("admin." + mark, Role.ADMINISTRATOR);
        away = official("vang." + mark, Role.ONE_STOP_OFFICER);
        helper = official("thay." + mark, Role.SPECIALIST);
    }

    @Test
    void aSubstituteIsNamedByThePageAndTheirWorkGoesBackWhenItEnds() {
        assertThatPage(get("/admin/substitutes/new?official=" + away.value()))
                .contains("Cử người làm thay Người vang." + mark)
                .contains("Người thay." + mark);
        assertThat(name("")).hasStatus(422);
        var shown = name("thay." + mark);
        assertThatPage(shown).isVietnamese().hasHeading("Xem trước khi lưu").contains("Làm thay từ");
        assertThat(accounts.reader(helper).holds(Role.ONE_STOP_OFFICER, HERE))
                .as("only shown")
                .isFalse();
        assertThat(save(shown)).hasRedirectedUrl("/admin/substitutes?done=1");
        assertThat(save(shown)).as("a second press changes nothing").hasStatus3xxRedirection();
        assertThat(accounts.reader(helper).holds(Role.ONE_STOP_OFFICER, HERE)).isTrue();
        assertThat(JournalEntries.verbsAbout(database, helper)).contains("identity/substitute-declared");
        assertThatPage(get("/admin/substitutes?page=" + lastPage())).contains("Người vang." + mark);

        var opened = open();
        assertThat(pages.post()
                        .uri("/desk/cases/" + opened.id().value() + "/claim")
                        .with(SignedIn.withForm(helper))
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(holder(opened)).isEqualTo(helper.value());

        var ending = post("/admin/substitutes/" + substitution() + "/end");
        assertThatPage(ending).contains("Việc đang làm sẽ trở lại hàng chờ").contains("Người thay." + mark);
        assertThat(holder(opened)).as("only shown").isEqualTo(helper.value());
        assertThat(save(ending)).hasStatus3xxRedirection();
        assertThat(holder(opened)).isNull();
        assertThat(accounts.reader(helper).holds(Role.ONE_STOP_OFFICER, HERE)).isFalse();
        assertThat(JournalEntries.verbsAbout(database, helper))
                .contains("identity/substitute-ended", "casework/holder-left");
    }

    @Test
    void aTableComesInWholeOrNotAtAllAndChangesTheLastDay() {
        var one = "vang." + mark + ",thay." + mark + "," + UNIT + ",one-stop-officer,";
        var bad = table(one + today() + "," + today().plusDays(20) + "\n"
                + one + today().plusDays(10) + "," + today().plusDays(30) + "\n"
                + "ai.do,thay." + mark + "," + UNIT + ",one-stop-officer," + today() + "," + today().plusDays(3) + "\n"
                + "admin." + mark + ",thay." + mark + "," + UNIT + ",administrator," + today() + ","
                + today().plusDays(3) + "\n"
                + one + today().plusDays(40) + "," + today().plusDays(4000) + "\n");
        assertThat(bad).hasStatus(422);
        assertThatPage(bad)
                .contains("Những ngày này đã có người làm thay")
                .contains("Không có cán bộ nào tên đăng nhập là “ai.do”")
                .contains("Bạn không cử người làm thay cho vị trí này được")
                .contains("Chỉ cử làm thay được nhiều nhất");
        assertThat(accounts.reader(helper).holds(Role.ONE_STOP_OFFICER, HERE)).isFalse();

        assertThat(save(table(one + today() + "," + today().plusDays(20) + "\n")))
                .hasStatus3xxRedirection();
        assertThatPage(table(one + today() + "," + today().plusDays(20) + "\n")).contains("không có gì để thay đổi");
        var longer = table(one + today() + "," + today().plusDays(25) + "\n");
        assertThatPage(longer).contains("Làm thay đến hết");
        assertThat(save(longer)).hasStatus3xxRedirection();
        assertThat(database.sql("select upper(valid) from identity.substitute where principal = :id")
                        .param("id", away.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today().plusDays(25));
        assertThat(JournalEntries.verbsAbout(database, helper)).contains("identity/substitute-rescheduled");
    }

    @Test
    void whatIsForgedOrChangedMeanwhileIsNotSaved() {
        assertThat(post("/admin/substitutes/save", "rows", "{}", "token", "")).hasStatus(400);
        assertThat(get("/admin/substitutes/new?official=x")).hasStatus(404);
        assertThat(post("/admin/substitutes/" + UUID.randomUUID() + "/end")).hasStatus(404);
        var shown = name("thay." + mark);
        assertThat(post(
                        "/admin/substitutes/save",
                        "rows",
                        page(shown).select("input[name=rows]").val(),
                        "token",
                        "x"))
                .hasStatus(409);
        assertThat(accounts.reader(helper).holds(Role.ONE_STOP_OFFICER, HERE)).isFalse();
    }

    private MvcTestResult name(String substitute) {
        return post(
                "/admin/substitutes/new",
                "official",
                away.value().toString(),
                "post",
                UNIT + " one-stop-officer",
                "substitute",
                substitute,
                "from",
                today().toString(),
                "last",
                today().plusDays(9).toString());
    }

    private int lastPage() {
        return (int) Math.ceilDiv(
                database.sql("select count(*) from identity.substitute where upper(valid) > :today")
                        .param("today", today())
                        .query(Long.class)
                        .single(),
                50);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String substitution() {
        return database.sql("select id from identity.substitute where principal = :id")
                .param("id", away.value())
                .query(String.class)
                .single();
    }

    private AccountId official(String username, Role role) {
        var account = accounts.create(new Accounts.NewAccount(username, "Người " + username, null, null));
        accounts.appoint(account, HERE, role, "Vị trí " + username, BEGAN, null);
        return account;
    }

    private @Nullable UUID holder(CaseSummary of) {
        return database.sql("select claimed_by from casework.work_item where case_file = :id and done_at is null")
                .param("id", of.id().value())
                .query((row, number) -> Optional.ofNullable(row.getObject("claimed_by", UUID.class)))
                .single()
                .orElse(null);
    }

    private CaseSummary open() {
        CaseId id = CaseId.next(clock);
        return cases.open(new OpenCase(
                id,
                "civil-status-same-day",
                "HS-" + id.value(),
                "Đăng ký khai sinh",
                "casework/test",
                UuidCreator.getTimeOrderedEpoch(),
                HERE,
                HERE,
                Channel.ONLINE,
                null,
                "Nguyễn Thị Na",
                new ClockTerms("same-day@15:00", "resume", "mặc định", "Luật Hộ tịch 60/2014/QH13", "standard"),
                clock.instant(),
                false,
                Actor.SYSTEM));
    }

    private MvcTestResult table(String lines) {
        return pages.post()
                .multipart()
                .uri("/admin/substitutes/import")
                .file(new MockMultipartFile(
                        "file",
                        "lam-thay.csv",
                        "text/csv",
                        ("principal,substitute,unit,role,valid_from,valid_to\n" + lines).getBytes(UTF_8)))
                .with(SignedIn.withForm(administrator))
                .exchange();
    }

    private MvcTestResult save(MvcTestResult shown) {
        var form = page(shown);
        return post(
                "/admin/substitutes/save",
                "rows",
                form.select("input[name=rows]").val(),
                "token",
                form.select("input[name=token]").val());
    }

    private MvcTestResult get(String path) {
        return pages.get().uri(path).with(SignedIn.as(administrator)).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = pages.post().uri(path).with(SignedIn.withForm(administrator));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), UTF_8));
    }
}
