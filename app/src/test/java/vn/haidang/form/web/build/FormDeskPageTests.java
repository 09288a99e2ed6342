package vn.haidang.form.web.build;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.ui.GovukPage;

@WebTest
class FormDeskPageTests {

    private final MockMvcTester pages;
    private final FormDeskVisit visit;
    private final AccountId head;
    private final String code =
            "pages-" + UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "x");

    FormDeskPageTests(MockMvcTester pages, ApplicationContext context) {
        this.pages = pages;
        this.visit = context.getAutowireCapableBeanFactory().createBean(FormDeskVisit.class);
        this.head = visit.official(Role.UNIT_HEAD);
    }

    /** Other tests of forms begin with what is shipped. */
    @AfterEach
    void forget() {
        visit.forget();
    }

    @Test
    void writesAFormFromNothingToPublished() {
        assertThatPage(get("/admin/forms")).hasHeading("Tờ khai").contains("Tách hộ");
        assertThat(post("/admin/forms", "code", code, "title.vi", "Vật nuôi", "title.en", "Pets"))
                .hasRedirectedUrl("/admin/forms/" + code + "/draft?done=begun");
        assertThatPage(get(draft())).hasHeading("Vật nuôi").contains("Tờ khai chưa có trang nào");

        String page = FormDeskVisit.to(post(draft(), "title.vi", "Vật nuôi", "title.en", "Pets", "do", "add-page"));
        String question = FormDeskVisit.to(
                post(page, "page", "pet", "title.vi", "Con vật", "title.en", "The animal", "do", "add-question"));
        assertThatPage(get(question)).hasErrorSummary("label.vi").hasField("name", "q2");
        post(
                question,
                "name",
                "pet.kind",
                "kind",
                "choice",
                "label.vi",
                "Con gì?",
                "label.en",
                "Which?",
                "required",
                "yes",
                "choices",
                "cat | Mèo | Cat\ndog | Chó");
        assertThatPage(get(question)).hasErrorSummary("choices").contains("cat | Mèo | Cat");
        post(
                question,
                "name",
                "pet.kind",
                "kind",
                "choice",
                "label.vi",
                "Con gì?",
                "label.en",
                "Which?",
                "required",
                "yes",
                "choices",
                "cat | Mèo | Cat\ndog | Chó | Dog");
        assertThatPage(get(question)).hasNoErrorSummary();
        assertThatPage(get(draft())).contains("Bản nháp không có chỗ nào sai.");

        GovukPage look = assertThatPage(get(draft() + "/publish"));
        look.hasHeading("Ban hành: Vật nuôi").contains("Không có dịch vụ nào dùng tờ khai này.");
        String token = look.document().select("input[name=token]").val();
        assertThat(post(draft() + "/publish", "token", "another")).hasStatus(409);
        assertThat(post(draft() + "/publish", "token", token))
                .hasRedirectedUrl("/admin/forms/" + code + "?done=published");
        assertThatPage(get("/admin/forms/" + code)).hasHeading("Vật nuôi").contains("Đang dùng");
        assertThat(get("/forms/" + code + "/1/schema.json")).hasStatus(200);
        assertThat(get("/forms/" + code + "/1/yaml")).hasStatus(200).bodyText().contains("pet.kind");
    }

    @Test
    void saysWhatIsWrongWithAnExpressionBesideItAndKeepsIt() {
        String question = visit.begun("household-split", "mover.relation");
        var typed = Jsoup.parse(FormDeskVisit.body(get(question)));
        assertThat(typed.select("[name=kind] option[selected]").val()).isEqualTo("select");

        post(
                question,
                "name",
                "mover.relation",
                "kind",
                "text",
                "label.vi",
                "Quan hệ",
                "label.en",
                "Relation",
                "when",
                "expression",
                "when.expression",
                "mover_birth_date > 3");

        GovukPage shown = assertThatPage(get(question));
        shown.hasErrorSummary("when").hasField("when.expression", "mover_birth_date > 3");
        assertThat(shown.document().select(".govuk-error-summary__list a").attr("data-code"))
                .isEqualTo("expression.fault.types-differ");
        shown.contains("mover_birth_date (ngày)");
        assertThat(get("/admin/forms/household-split/draft/publish")).hasStatus(409);
    }

    @Test
    void looksLikeWhatResidentsSeeAndGoesFromPageToPage() {
        visit.begun("birth-registration", "child.full-name");
        String preview = "/admin/forms/birth-registration/draft/preview/";

        assertThatPage(get(preview + "child-name")).has(".hd-phone [name=child.full-name]");
        MvcTestResult refused = post(preview + "child-name", "child.full-name", "An 2");
        assertThat(refused).hasStatus(422);
        assertThatPage(refused).hasErrorSummary("child.full-name").hasField("child.full-name", "An 2");
        GovukPage next = assertThatPage(post(preview + "child-name", "child.full-name", "Nguyễn Minh An"));
        next.has("[name=child.sex]");
        assertThat(next.document().select("[name=_answers]").val()).contains("Nguyễn Minh An");
        assertThat(post(preview + "child-name", "child.full-name", "An", "_answers", "{{{"))
                .hasStatus(200);
        assertThat(get(preview + "no-such-page")).hasStatus(404);
    }

    @Test
    void tellsWhichServicesBeginWithTheForm() {
        visit.begun("household-split", "head.full-name");
        post("/admin/forms/household-split/draft", "title.vi", "Tách hộ khẩu", "title.en", "Split");

        assertThatPage(get("/admin/forms/household-split/draft/publish"))
                .contains("Phiên bản 1 thành phiên bản đã thay.")
                .has("a[href=/services/1.010038]");
    }

    @Test
    void doesNotPublishWithoutWhatAResultSays() {
        String question = visit.begun("birth-registration", "child.ethnicity");
        String page = question.substring(0, question.lastIndexOf('/'));
        String number = page.substring(page.lastIndexOf('/') + 1);
        String outline = "/admin/forms/birth-registration/draft";
        visit.remove(outline, number, "title.vi", "Khai sinh", "title.en", "Birth");

        GovukPage look = assertThatPage(get(outline + "/publish"));
        look.contains("Văn bản kết quả cần:").contains("child.ethnicity");
        String token = look.document().select("input[name=token]").val();

        assertThat(post(outline + "/publish", "token", token)).hasStatus(409);
        assertThat(get(outline)).hasStatus(200);
    }

    @Test
    void movesRemovesAndIsToldWhenAnotherRemovedWhatIsOnTheScreen() {
        String question = visit.begun("household-split", "head.full-name");
        String page = question.substring(0, question.lastIndexOf('/'));
        String number = page.substring(page.lastIndexOf('/') + 1);

        visit.remove("/admin/forms/household-split/draft", number, "title.vi", "a", "title.en", "b");

        assertThat(get(page)).hasStatus(404);
        assertThat(post(question, "name", "x")).hasStatus(404);
        assertThat(post(page, "page", "x", "do", "up 1")).hasStatus(404);
        assertThat(post("/admin/forms/household-split", "do", "discard")).hasStatus(302);
        assertThat(get("/admin/forms/household-split/draft")).hasStatus(404);
    }

    @Test
    void takesAFileOrSaysWhereItIsWrong() {
        String yaml = "form: " + code + "\nversion: 1\ntitle: 'a | b'\npages:\n  - page: one\n    title: 'a | b'\n"
                + "    fields:\n      - {name: x, kind: text, label: 'a | b'}\n";

        assertThatPage(upload(yaml.replace("kind: text", "kind: dance")))
                .hasErrorSummary("file")
                .contains("form.pages[0].fields[0].kind");
        assertThatPage(upload("{{{")).hasErrorSummary("file");
        assertThat(upload(yaml)).hasRedirectedUrl(draft() + "?done=imported");
        assertThat(get(draft() + "/yaml")).hasStatus(200);
    }

    @Test
    void showsBesideWhatIsWrittenHowItLooksWithoutSavingIt() {
        String question = visit.begun("household-split", "head.full-name");
        String page = question.substring(0, question.lastIndexOf('/'));

        MvcTestResult edited = get(question);
        assertThatPage(edited).has("iframe[name=look][src=" + page + "/look]");
        assertThat(edited.getResponse().getHeader("Content-Security-Policy")).contains("frame-src 'self'");
        MvcTestResult saved = get(page + "/look");
        assertThatPage(saved).has("[name=head.full-name]").has("label:contains(chủ hộ)");
        assertThat(saved.getResponse().getHeader("Content-Security-Policy")).contains("frame-ancestors 'self'");
        assertThat(saved.getResponse().getHeader("X-Frame-Options")).isEqualTo("SAMEORIGIN");

        assertThatPage(post(
                        question + "/look",
                        "name",
                        "head.full-name",
                        "kind",
                        "long-text",
                        "label.vi",
                        "Tên gì?",
                        "label.en",
                        "Name?"))
                .has("textarea[name=head.full-name]")
                .contains("Tên gì?");
        assertThatPage(post(question + "/look", "name", "head.full-name", "kind", "choice", "label.vi", "Tên gì?"))
                .contains("Còn chỗ chưa đúng nên chưa hiện ở đây")
                .contains("Mục này còn trống");
        assertThatPage(get(page + "/look")).doesNotContain("Tên gì?").has("label:contains(chủ hộ)");
        assertThat(get("/admin/forms").getResponse().getHeader("Content-Security-Policy"))
                .contains("frame-ancestors 'none'")
                .doesNotContain("frame-src");
    }

    @Test
    void offersTheAnswersOfTheQuestionAConditionAsksAbout() {
        String question = visit.begun("birth-registration", "child.birth-facility");
        GovukPage shown = assertThatPage(get(question));
        assertThat(shown.document().select("input[type=checkbox][name=when.equals]"))
                .hasSizeGreaterThan(1);
        assertThat(shown.document().select("input[name=when.equals][checked]").eachAttr("value"))
                .containsExactly("facility");

        post(
                question,
                "name",
                "child.birth-facility",
                "kind",
                "text",
                "label.vi",
                "a",
                "label.en",
                "b",
                "when",
                "answer",
                "when.field",
                "child.birth-place-kind",
                "when.equals",
                "facility",
                "when.equals",
                "on-the-moon");
        assertThatPage(get(question)).hasErrorSummary("when.equals").contains("on-the-moon");
    }

    @Test
    void comparesTwoVersionsWithWhatWasSaidBeforeAndIsSaidNow() {
        String question = visit.begun("household-split", "head.full-name");
        post(
                question,
                "name",
                "head.full-name",
                "kind",
                "long-text",
                "label.vi",
                "Tên chủ hộ?",
                "label.en",
                "Name?",
                "required",
                "yes");
        GovukPage look = assertThatPage(get("/admin/forms/household-split/draft/publish"));
        look.contains("Tên chủ hộ?").contains("Chữ, nhiều dòng");
        post(
                "/admin/forms/household-split/draft/publish",
                "token",
                look.document().select("input[name=token]").val());

        assertThatPage(get("/admin/forms/household-split/compare"))
                .hasHeading("So hai phiên bản")
                .has("del:contains(Chữ, một dòng)")
                .has("ins:contains(Chữ, nhiều dòng)");
        assertThatPage(get("/admin/forms/household-split/compare?before=1&after=1"))
                .contains("Hai phiên bản này không khác gì nhau.");
        assertThat(get("/admin/forms/household-split/compare?before=1&after=9")).hasStatus(404);
        assertThatPage(get("/admin/forms/household-split"))
                .hasLink("So hai phiên bản", "/admin/forms/household-split/compare");
    }

    @Test
    void opensToAdministratorsOnly() {
        assertThat(pages.get().uri("/admin/forms").with(SignedIn.as(head)).exchange())
                .hasStatus(403);
        assertThat(get("/admin/forms/no-such-form")).hasStatus(404);
        assertThat(get("/admin/forms/no-such-form/draft")).hasStatus(404);
    }

    private String draft() {
        return "/admin/forms/" + code + "/draft";
    }

    private MvcTestResult get(String address) {
        return visit.get(address);
    }

    private MvcTestResult post(String address, String... parameters) {
        return visit.post(address, parameters);
    }

    private MvcTestResult upload(String yaml) {
        return pages.post()
                .uri("/admin/forms/import")
                .multipart()
                .file(new MockMultipartFile("file", "form.yml", "text/yaml", yaml.getBytes(StandardCharsets.UTF_8)))
                .with(SignedIn.withForm(visit.administrator()))
                .exchange();
    }
}
