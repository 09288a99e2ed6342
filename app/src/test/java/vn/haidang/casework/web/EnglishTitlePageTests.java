package vn.haidang.casework.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.haidang.BilingualPages;
import vn.haidang.StatementCount;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.CommuneDesk;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.organization.Units;

/** Who works in English reads the English name of a service wherever the title of a case stands. */
@WebTest
class EnglishTitlePageTests {

    private static final String TITLE = "Đăng ký giám hộ";
    private static final String ENGLISH = "Registration of guardianship";

    private final BilingualPages pages;
    private final Units units;
    private final CommuneDesk desk;

    EnglishTitlePageTests(
            MockMvcTester pages, Accounts accounts, Cases cases, Units units, JdbcClient database, Clock clock) {
        this.pages = new BilingualPages(pages);
        this.units = units;
        this.desk = new CommuneDesk(accounts, cases, clock, CommuneDesk.untouched(database, true));
    }

    @Test
    void namesTheServiceInEnglishOnEveryPageOfACase() {
        AccountId head = desk.official(Role.UNIT_HEAD, "Phạm Văn Duyệt");
        AccountId officer = desk.official(Role.ONE_STOP_OFFICER, "Trần Văn Tiếp");
        CaseSummary opened = desk.open(CommuneDesk.Work.THREE_DAYS, TITLE);
        CaseSummary unnamed = desk.open(CommuneDesk.Work.THREE_DAYS, "Việc không có tên tiếng Anh");
        String path = "/desk/cases/" + opened.id().value();

        for (String page : List.of(path, path + "/clock", path + "/clock/as-of", path + "/apology")) {
            assertThatPage(pages.get(page, head, "en")).contains(ENGLISH).doesNotContain(TITLE);
            assertThatPage(pages.get(page, head, "vi")).contains(TITLE).doesNotContain(ENGLISH);
        }
        for (String form : List.of("/tasks/new", "/consults/new", "/cases/new")) {
            assertThatPage(pages.get(path + form, head, "en"))
                    .has("p > strong[lang=en]:containsOwn(" + ENGLISH + ")")
                    .doesNotContain(TITLE);
            assertThatPage(pages.get(path + form, head, "vi")).has("p > strong[lang=vi]:containsOwn(" + TITLE + ")");
            assertThatPage(pages.get("/desk/cases/" + unnamed.id().value() + form, head, "en"))
                    .has("p > strong[lang=vi]:containsOwn(Việc không có tên tiếng Anh)");
        }
        assertThatPage(pages.get(path + "/apology", head, "en"))
                .contains(units.find(desk.unit()).orElseThrow().nameEn() + " is sorry that");
        assertThatPage(pages.get("/desk?panel=open", officer, "en"))
                .contains(ENGLISH + " (1)")
                .has("a[data-open][lang=en]:containsOwn(" + ENGLISH + ")")
                .has("a[data-open][lang=vi]:containsOwn(Việc không có tên tiếng Anh)")
                .doesNotContain(TITLE);
        long english = StatementCount.least(() -> pages.get("/desk", officer, "en"));
        assertThat(english)
                .isLessThanOrEqualTo(StatementCount.least(() -> pages.get("/desk", officer, "vi")) + 1)
                .isLessThanOrEqualTo(16);
    }
}
