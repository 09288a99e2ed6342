package vn.haidang.casework.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.CommuneDesk;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;

/** Handing work over, standing in, and dividing it, as officials see it. */
@WebTest
class ItemPageTests {

    private static final UnitId HERE = UnitId.ofKey("commune-10537-c");

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Cases cases;
    private final JdbcClient database;
    private final Clock clock;

    ItemPageTests(MockMvcTester pages, Accounts accounts, Cases cases, JdbcClient database, Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.cases = cases;
        this.database = database;
        this.clock = clock;
    }

    @Test
    void namesASubstituteAndShowsBothNamesInTheTimeline() {
        AccountId officer = official(Role.ONE_STOP_OFFICER, "Trần Văn Tiếp");
        AccountId colleague = official(Role.SPECIALIST, "Lê Thị Thẩm");
        CaseSummary opened = open();
        String item = "/desk/items/" + item(opened);

        assertThatPage(get(path(opened), officer))
                .hasLink("Giao lại hoặc cử người làm thay", item)
                .hasLink("Giao đầu việc cho hồ sơ này", path(opened) + "/tasks/new");
        MvcTestResult empty = post(item + "/delegate", officer, "substitute", "");
        assertThat(empty).hasStatus(422);
        assertThatPage(empty).hasErrorSummary("substitute", "until");
        MvcTestResult past = post(
                item + "/delegate",
                officer,
                "substitute",
                colleague.value().toString(),
                "until-day",
                "1",
                "until-month",
                "1",
                "until-year",
                "2020");
        assertThat(past).hasStatus(422);
        assertThatPage(past).hasErrorSummary("until").hasField("until-year", "2020");
        MvcTestResult named = post(
                item + "/delegate",
                officer,
                "substitute",
                colleague.value().toString(),
                "until-day",
                "31",
                "until-month",
                "3",
                "until-year",
                "2026");
        assertThat(named).hasStatus3xxRedirection();
        assertThatPage(get(item, colleague)).isVietnamese().contains("Bạn làm việc này thay Trần Văn Tiếp");
        post(
                path(opened) + "/act",
                colleague,
                "version",
                String.valueOf(opened.version()),
                "step",
                "receive",
                "outcome",
                "accept",
                "key",
                UUID.randomUUID().toString());

        assertThatPage(get(path(opened), colleague)).contains("Lê Thị Thẩm (thay Trần Văn Tiếp)");
    }

    @Test
    void letsTheHeadGiveOutWorkThatNobodyHoldsTheRoleFor() {
        AccountId head = official(Role.UNIT_HEAD, "Phạm Văn Duyệt");
        AccountId specialist = official(Role.SPECIALIST, "Lê Thị Thẩm");
        CaseSummary opened = open();
        String item = "/desk/items/" + item(opened);

        MvcTestResult nobody = post(item + "/assign", head, "person", "");
        assertThat(nobody).hasStatus(422);
        assertThatPage(nobody).hasErrorSummary("person");
        assertThat(post(item + "/assign", head, "person", specialist.value().toString()))
                .hasStatus3xxRedirection();

        assertThatPage(get("/desk?filter=mine&q=" + opened.code(), specialist))
                .hasLink("Đăng ký khai sinh", path(opened));
        assertThatPage(get(path(opened), specialist)).has("input[name=outcome]");
    }

    @Test
    void plansATaskAndBlocksTheCaseUntilItIsDone() {
        AccountId officer = official(Role.ONE_STOP_OFFICER, "Trần Văn Tiếp");
        AccountId specialist = official(Role.SPECIALIST, "Lê Thị Thẩm");
        CaseSummary opened = open();

        assertThatPage(get(path(opened) + "/tasks/new", officer)).isVietnamese().hasHeading("Giao đầu việc");
        MvcTestResult wrong = post(
                path(opened) + "/tasks",
                officer,
                "title",
                "",
                "unit",
                "x",
                "due-day",
                "31",
                "due-month",
                "2",
                "due-year",
                "2026");
        assertThat(wrong).hasStatus(422);
        assertThatPage(wrong).hasErrorSummary("title", "unit", "role", "due");
        MvcTestResult asked = post(
                path(opened) + "/tasks",
                officer,
                "title",
                "Đo đạc thực địa",
                "unit",
                HERE.value().toString(),
                "role",
                "specialist",
                "key",
                UUID.randomUUID().toString());
        String task = String.valueOf(asked.getResponse().getRedirectedUrl()).replace("?done=1", "");

        assertThatPage(get(path(opened), officer))
                .contains("còn chờ 1 việc kèm theo")
                .hasLink("Đo đạc thực địa", task);
        assertThatPage(get("/desk?q=" + opened.code(), specialist)).hasLink("Đo đạc thực địa", task);
        assertThat(post(
                        path(opened) + "/act",
                        officer,
                        "version",
                        String.valueOf(opened.version()),
                        "step",
                        "receive",
                        "outcome",
                        "accept",
                        "key",
                        UUID.randomUUID().toString()))
                .hasStatus(409);
        assertThat(post(task + "/complete", specialist, "note", "Đúng ranh giới"))
                .hasStatus3xxRedirection();
        assertThatPage(get(task, specialist)).contains("Đã xong").contains("Đúng ranh giới");
        assertThatPage(get(path(opened), officer)).doesNotContain("còn chờ");
    }

    @Test
    void asksAnotherUnitAndShowsWhatItSaysWithBothClocks() {
        AccountId officer = official(Role.ONE_STOP_OFFICER, "Trần Văn Tiếp");
        AccountId specialist = official(Role.SPECIALIST, "Lê Thị Thẩm");
        CaseSummary opened = open();

        assertThatPage(get(path(opened), officer))
                .hasLink("Xin ý kiến đơn vị khác", path(opened) + "/consults/new")
                .contains("Thời gian nội bộ")
                .contains("Vì sao bước này có hạn như vậy")
                .contains("Hạn nội bộ:");
        assertThatPage(get(path(opened) + "/consults/new", officer))
                .isVietnamese()
                .hasHeading("Xin ý kiến đơn vị khác");
        MvcTestResult empty = post(path(opened) + "/consults", officer, "join", "some", "unit-2", "x");
        assertThat(empty).hasStatus(422);
        assertThatPage(empty).hasErrorSummary("question", "unit-1", "role", "needed", "due", "silence", "unit-2");
        MvcTestResult groundless = post(path(opened) + "/consults", officer, question("consent"));
        assertThat(groundless).hasStatus(422);
        assertThatPage(groundless).hasErrorSummary("basis");
        assertThat(post(path(opened) + "/consults", officer, question("wait"))).hasStatus3xxRedirection();
        String answer = "/desk/items/"
                + database.sql("select id from casework.work_item where case_file = :id and kind = 'CONSULT'")
                        .param("id", opened.id().value())
                        .query(UUID.class)
                        .single();

        assertThatPage(get(path(opened), officer))
                .contains("Có vướng quy hoạch không?")
                .contains("Cần 1 trong 1 ý kiến")
                .contains("Đang chờ ý kiến")
                .contains("Thôi xin ý kiến");
        MvcTestResult bare = post(answer + "/answer", specialist, "outcome", "objected");
        assertThat(bare).hasStatus(422);
        assertThatPage(bare).isVietnamese().hasErrorSummary("note");
        assertThat(post(answer + "/answer", specialist, "outcome", "objected", "note", "Đất thuộc lộ giới"))
                .hasStatus3xxRedirection();
        assertThatPage(get(path(opened), officer))
                .contains("Không đồng ý")
                .contains("Đất thuộc lộ giới")
                .doesNotContain("còn chờ");
    }

    @Test
    void opensWorkBeneathACaseAndOfItsOwn() {
        AccountId officer = official(Role.ONE_STOP_OFFICER, "Trần Văn Tiếp");
        CaseSummary opened = open();

        assertThatPage(get(path(opened) + "/cases/new", officer)).isVietnamese().hasHeading("Mở hồ sơ con");
        MvcTestResult empty = post(path(opened) + "/cases", officer);
        assertThat(empty).hasStatus(422);
        assertThatPage(empty).hasErrorSummary("title", "unit", "relation", "time", "basis");
        assertThat(post(path(opened) + "/cases", officer, subCase("Xác minh thực địa")))
                .hasStatus3xxRedirection();
        assertThatPage(get(path(opened), officer))
                .contains("Hồ sơ con")
                .contains("Xác minh thực địa")
                .contains("chờ hồ sơ con xong mới đi tiếp")
                .contains("còn chờ 1 việc kèm theo");

        assertThatPage(get("/desk/work/new", officer)).isVietnamese().hasHeading("Giao việc ngoài quy trình");
        MvcTestResult own = post("/desk/work", officer, subCase("Chuẩn bị hội nghị"));
        assertThat(own).hasStatus3xxRedirection();
        assertThatPage(get(String.valueOf(own.getResponse().getRedirectedUrl()), officer))
                .contains("Chuẩn bị hội nghị")
                .contains("Chủ trì");
    }

    @Test
    void listsWhatUnitsThatEndedLeftForSomebodyToSort() {
        AccountId administrator = official(Role.ADMINISTRATOR, "Vũ Thị Quản");
        UnitId vanished = UnitId.ofKey("commune-10522-a");
        CaseSummary left = open(vanished);

        assertThatPage(get("/desk/stranded", administrator)).isVietnamese().contains(left.code());
        assertThat(post("/desk/stranded/" + left.id().value(), administrator)).hasStatus(422);
        assertThat(post(
                        "/desk/stranded/" + left.id().value(),
                        administrator,
                        "from",
                        vanished.value().toString(),
                        "unit",
                        HERE.value().toString()))
                .hasStatus3xxRedirection();
        assertThatPage(get("/desk/stranded", administrator)).doesNotContain(left.code());
    }

    private static String[] subCase(String title) {
        return ("title|" + title + "|unit|" + HERE.value() + "|procedure|ad-hoc-work|relation|blocks|time|5|measure|wd"
                        + "|basis|Kết luận giao ban|key|" + UUID.randomUUID())
                .split("\\|", -1);
    }

    private static String[] question(String silence) {
        return new String[] {
            "question",
            "Có vướng quy hoạch không?",
            "unit-1",
            HERE.value().toString(),
            "role",
            "specialist",
            "join",
            "all",
            "due-day",
            "31",
            "due-month",
            "12",
            "due-year",
            "2026",
            "silence",
            silence,
            "key",
            UUID.randomUUID().toString()
        };
    }

    @Test
    void declaresASubstituteForDays() {
        AccountId head = official(Role.UNIT_HEAD, "Phạm Văn Duyệt");
        AccountId deputy = official(Role.SPECIALIST, "Nguyễn Phó Ban");
        String post = HERE.value() + "/unit-head/" + head.value();

        MvcTestResult wrong = post("/desk/substitutes", head);
        assertThat(wrong).hasStatus(422);
        assertThatPage(wrong).hasErrorSummary("post", "substitute", "from", "last");
        assertThat(post(
                        "/desk/substitutes",
                        head,
                        "post",
                        post,
                        "substitute",
                        deputy.value().toString(),
                        "from-day",
                        "2",
                        "from-month",
                        "3",
                        "from-year",
                        "2026",
                        "last-day",
                        "9",
                        "last-month",
                        "3",
                        "last-year",
                        "2026"))
                .hasStatus3xxRedirection();

        assertThatPage(get("/desk/substitutes", deputy))
                .isVietnamese()
                .contains("Phạm Văn Duyệt")
                .contains("Nguyễn Phó Ban");
        assertThat(accounts.reader(deputy).holds(Role.UNIT_HEAD, HERE)).isTrue();
        UUID id = database.sql("select id from identity.substitute where principal = :head")
                .param("head", head.value())
                .query(UUID.class)
                .single();
        assertThat(post("/desk/substitutes/" + id + "/end", deputy)).hasStatus(404);
        assertThat(post("/desk/substitutes/" + id + "/end", head)).hasStatus3xxRedirection();
        assertThat(accounts.reader(deputy).holds(Role.UNIT_HEAD, HERE)).isFalse();
    }

    private CaseSummary open() {
        return open(HERE);
    }

    private CaseSummary open(UnitId unit) {
        return desk(unit).open(CommuneDesk.Work.SAME_DAY, "Đăng ký khai sinh");
    }

    private AccountId official(Role role, String name) {
        return desk(HERE).official(role, name);
    }

    private CommuneDesk desk(UnitId unit) {
        return new CommuneDesk(accounts, cases, clock, unit);
    }

    private UUID item(CaseSummary of) {
        return database.sql("select id from casework.work_item where case_file = :id and done_at is null")
                .param("id", of.id().value())
                .query(UUID.class)
                .single();
    }

    private MvcTestResult get(String path, AccountId by) {
        return pages.get().uri(path).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult post(String path, AccountId by, String... parameters) {
        var request = pages.post().uri(path).with(SignedIn.withForm(by));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static String path(CaseSummary summary) {
        return "/desk/cases/" + summary.id().value();
    }
}
