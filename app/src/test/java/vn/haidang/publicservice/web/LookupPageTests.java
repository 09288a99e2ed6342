package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.StatementCount;
import vn.haidang.WebTest;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;

@WebTest
class LookupPageTests {

    private static final int CEILING = 8;

    private final MockMvcTester pages;
    private final Applications applications;
    private final Applicant people;
    private final Units units;
    private final JdbcClient database;

    LookupPageTests(
            MockMvcTester pages,
            Applications applications,
            Units units,
            JdbcClient database,
            ApplicationContext context) {
        this.pages = pages;
        this.units = units;
        this.applications = applications;
        this.database = database;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
    }

    @Test
    void showsWhereItStandsToWhoeverHoldsCodeAndSecret() {
        Application application = submitted("Đàm Thị Tra");

        MvcTestResult page = find(application.dossierCode().toLowerCase(Locale.ROOT), " " + application.secret(), "vi");

        assertThat(page).hasStatusOk();
        assertThatPage(page)
                .hasHeading("Tra cứu tình trạng hồ sơ")
                .contains(application.dossierCode())
                .hasTag("Chờ tiếp nhận")
                .contains("/03/2026")
                .doesNotContain("Đàm Thị Tra")
                .doesNotContain(application.secret())
                .hasNoDuplicateIds();
        assertThatPage(find(application.dossierCode(), application.secret(), "en"))
                .isEnglish()
                .hasHeading("Look up an application")
                .contains(units.find(application.unit()).orElseThrow().nameEn());
        assertThat(readsOf(application.id().value())).isEqualTo(2);
    }

    @Test
    void answersAWrongSecretLikeACodeThatDoesNotExist() {
        Application application = submitted("Đàm Thị Kín");
        String unknown = "H24.9-260302-0000";

        MvcTestResult wrong = find(application.dossierCode(), "ABCDEFGHJKMN", "vi");
        MvcTestResult none = find(unknown, "ABCDEFGHJKMN", "vi");

        assertThat(wrong).hasStatus(404);
        assertThat(none).hasStatus(404);
        assertThat(shape(wrong, application.dossierCode())).isEqualTo(shape(none, unknown));
        assertThat(StatementCount.during(() -> find(application.dossierCode(), "ABCDEFGHJKMN", "vi")))
                .isEqualTo(StatementCount.during(() -> find(unknown, "ABCDEFGHJKMN", "vi")));
        assertThat(StatementCount.during(() -> find(application.dossierCode(), application.secret(), "vi")))
                .isLessThanOrEqualTo(CEILING);
        assertThat(find(unknown, "", "vi")).hasStatus(422);
        assertThat(find("", "", "vi")).hasStatus(422);
        assertThat(readsOf(application.id().value())).isEqualTo(1);
    }

    @Test
    void asksForBothCodes() {
        assertThatPage(pages.get().uri("/lookup").exchange())
                .hasHeading("Tra cứu tình trạng hồ sơ")
                .has("input[name=code]")
                .has("input[name=secret]")
                .hasNoDuplicateIds();
        assertThatPage(find("", "X", "vi")).hasErrorSummary("code");
    }

    private Application submitted(String name) {
        var reader = people.resident(name);
        return applications.get(people.submitted("1.004873", reader, Device.PHONE), reader);
    }

    private long readsOf(UUID application) {
        return database.sql(
                        "select count(*) from journal.entry where kind = 'read' and 'publicservice/lookup' in (verb, reason) and :id = any (subject_ids)")
                .param("id", application)
                .query(Long.class)
                .single();
    }

    private static String shape(MvcTestResult answer, String code) {
        try {
            return answer.getResponse()
                    .getContentAsString()
                    .replace(code, "CODE")
                    .replaceAll("name=\"_csrf\" value=\"[^\"]*", "");
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult find(String code, String secret, String language) {
        return pages.post()
                .uri("/lookup")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .cookie(new Cookie("language", language))
                .remoteAddress("192.0.2." + (1 + Math.floorMod(System.identityHashCode(new Object()), 250)))
                .param("code", code)
                .param("secret", secret)
                .exchange();
    }
}
