package vn.haidang.form.web.build;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;

/** What is written in a draft of a form is lost neither by looking at it nor by one press. */
@WebTest
class FormDraftPageTests {

    private static final String OUTLINE = "/admin/forms/household-split/draft";

    private final FormDeskVisit visit;
    private final JdbcClient jdbc;

    FormDraftPageTests(JdbcClient jdbc, ApplicationContext context) {
        this.jdbc = jdbc;
        this.visit = context.getAutowireCapableBeanFactory().createBean(FormDeskVisit.class);
    }

    @AfterEach
    void forget() {
        visit.forget();
    }

    @Test
    void aPageGoesOnlyAfterItWasShownWhatGoesWithIt() {
        String page = pageOf(visit.begun("household-split", "head.full-name"));
        String number = page.substring(page.lastIndexOf('/') + 1);

        MvcTestResult pressed = visit.post(OUTLINE, "title.vi", "Tách", "title.en", "Split", "do", "remove " + number);

        assertThat(pressed).hasRedirectedUrl(OUTLINE + "?remove=" + number + "#sure");
        assertThatPage(visit.get(OUTLINE + "?remove=" + number))
                .contains("Bỏ trang “Hộ hiện nay”?")
                .has("#sure li:contains(Họ và tên chủ hộ)")
                .has("#sure li:contains(head.divorced)")
                .has("#sure a[href=" + OUTLINE + "]:contains(Giữ lại)")
                .has("button[value=remove " + number + "]:contains(Bỏ hẳn)")
                .hasField("title.vi", "Tách");
        assertThat(visit.get(page)).hasStatus(200);

        String shown = visit.sure(OUTLINE, number);
        visit.post(page, "page", "head", "do", "add-question");
        assertThat(visit.post(OUTLINE, "title.vi", "Tách", "do", "remove " + number, "sure", shown))
                .hasRedirectedUrl(OUTLINE + "?remove=" + number + "#sure");
        assertThat(visit.get(page)).hasStatus(200);

        visit.remove(OUTLINE, number, "title.vi", "Tách");
        assertThat(visit.get(page)).hasStatus(404);
    }

    @Test
    void whatIsTooLongIsSaidBesideItsFieldAndStaysWhole() {
        String question = visit.begun("household-split", "head.divorced");
        String choices = "mot | Một | One\n".repeat(1_300) + "cuoi | Cuối cùng | The last";

        offer(question, choices);

        assertThatPage(visit.get(question))
                .has("#choices-error:contains(Mục này dài 20.827 ký tự, nhiều nhất là 20.000)")
                .has(".govuk-error-summary a[href=#choices]")
                .hasField("choices", choices)
                .hasField("label.vi", "Chọn")
                .hasNoDuplicateIds();
        assertThatPage(visit.get(OUTLINE)).contains("nhiều nhất là 20.000");

        offer(question, "mot | Một | One\nhai | Hai | Two");

        assertThat(FormDeskVisit.body(visit.get(question))).doesNotContain("nhiều nhất là 20.000");
    }

    private void offer(String question, String choices) {
        visit.post(
                question,
                "name",
                "head.divorced",
                "kind",
                "choice",
                "label.vi",
                "Chọn",
                "label.en",
                "Choose",
                "choices",
                choices);
    }

    @Test
    void whoeverSavesAScreenThatWasSavedMeanwhileIsToldAndLosesNothing() {
        String question = visit.begun("household-split", "head.divorced");
        String page = pageOf(question);
        twice(OUTLINE, "title.vi");
        twice(page, "title.vi");
        twice(question, "label.vi");
    }

    private void twice(String screen, String field) {
        String shown = stands(visit.get(screen));
        assertThat(visit.post(screen, field, "Thẻ một", "stands", shown)).hasStatus(302);
        assertThat(visit.post(screen, field, "Thẻ một", "stands", shown))
                .as("the same press again")
                .hasStatus(302);

        MvcTestResult late = visit.post(screen, field, "Thẻ hai", "stands", shown);

        assertThat(late).hasStatus(409);
        assertThatPage(late)
                .hasField(field, "Thẻ hai")
                .contains("Trong lúc bạn viết, người khác đã lưu màn hình này")
                .has("a[href=" + screen + "]:contains(Xem điều họ đã lưu)")
                .hasNoDuplicateIds();
        assertThatPage(visit.get(screen)).hasField(field, "Thẻ một");
        assertThat(visit.post(screen, field, "Thẻ hai", "stands", stands(late))).hasStatus(302);
        assertThatPage(visit.get(screen)).hasField(field, "Thẻ hai");
    }

    private static String stands(MvcTestResult shown) {
        return Jsoup.parse(FormDeskVisit.body(shown))
                .select("input[name=stands]")
                .val();
    }

    @Test
    void aQuestionGoesOnlyAfterSomebodyWhoSawItSaidSoAndANewOneAtOnce() {
        String question = visit.begun("household-split", "head.divorced");
        String page = pageOf(question);
        String number = question.substring(question.lastIndexOf('/') + 1);
        String asked = page + "?remove=" + number + "#sure";

        assertThat(visit.post(page, "page", "head", "title.vi", "Hộ", "do", "remove " + number))
                .hasRedirectedUrl(asked);
        assertThatPage(visit.get(page + "?remove=" + number))
                .contains("Bỏ câu hỏi “Tách hộ vì ly hôn?”?")
                .has("#sure a[href=" + page + "]:contains(Giữ lại)")
                .hasField("title.vi", "Hộ")
                .hasNoDuplicateIds();
        assertThat(visit.get(question)).as("one press").hasStatus(200);
        String shown = visit.sure(page, number);
        visit.post(
                question, "name", "head.divorced", "kind", "yes-no", "label.vi", "Đã ly hôn?", "label.en", "Divorced?");
        assertThat(visit.post(page, "page", "head", "do", "remove " + number, "sure", shown))
                .as("written on meanwhile")
                .hasRedirectedUrl(asked);

        visit.remove(page, number, "page", "head");
        assertThat(visit.get(question)).hasStatus(404);
        String fresh = FormDeskVisit.to(visit.post(page, "page", "head", "do", "add-question"));
        assertThat(visit.post(page, "page", "head", "do", "remove " + fresh.substring(fresh.lastIndexOf('/') + 1)))
                .hasRedirectedUrl(page + "?done=removed");
        assertThat(visit.get(fresh)).hasStatus(404);
    }

    @Test
    void aGroupGoesOnlyAfterItWasShownWhatGoesWithItAndANewPageAtOnce() {
        String group = pageOf(visit.begun("household-split", "mover.birth-date"));
        String number = group.substring(group.lastIndexOf('/') + 1);
        visit.post(OUTLINE, "title.vi", "Tách", "do", "remove " + number);
        assertThatPage(visit.get(OUTLINE + "?remove=" + number))
                .contains("Bỏ nhóm lặp lại “Người tách ra hộ mới”?")
                .has("#sure li:contains(mover.relation)");
        assertThatPage(visit.get(OUTLINE + "?remove=nothing")).doesNotContain("Bỏ hẳn");
        assertThat(visit.get(group)).hasStatus(200);

        String fresh = FormDeskVisit.to(visit.post(OUTLINE, "title.vi", "Tách", "do", "add-group"));
        assertThat(visit.post(
                        OUTLINE, "title.vi", "Tách", "do", "remove " + fresh.substring(fresh.lastIndexOf('/') + 1)))
                .hasRedirectedUrl(OUTLINE + "?done=removed");
        assertThat(visit.get(fresh)).hasStatus(404);
    }

    @Test
    void lookingSavesNothing() {
        String question = visit.begun("household-split", "head.full-name");
        String page = pageOf(question);
        String preview = OUTLINE + "/preview/";
        Map<String, @Nullable Object> before = kept();

        for (String address : List.of(
                "/admin/forms",
                "/admin/forms/household-split",
                OUTLINE,
                OUTLINE + "?remove=" + page.substring(page.lastIndexOf('/') + 1),
                OUTLINE + "/yaml",
                page,
                page + "/look",
                question,
                preview + "head",
                preview + "movers-1",
                preview + "movers")) {
            assertThat(visit.get(address)).as(address).hasStatus(200);
            assertThat(kept()).as("GET %s", address).isEqualTo(before);
        }
        String[] typed = {"title.vi", "Khác", "title.en", "Other", "page", "other", "hint.vi", "Khác", "repeat", "yes"};
        changesNothing(before, page + "/look", typed);
        changesNothing(before, question + "/look", "name", "other", "kind", "long-text", "label.vi", "Khác");
        changesNothing(before, preview + "head", "head.full-name", "Nguyễn Minh An");
        changesNothing(before, preview + "head", "head.full-name", "An", "turn", "stay");
        changesNothing(before, preview + "movers", "add", "1");
        changesNothing(before, preview + "movers", "_answers", "{\"movers\":\"3\"}", "drop", "1 3");
        assertThat(visit.get(OUTLINE + "/publish")).hasStatus(200);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void anExampleOfAPaperIsNoHeading() {
        visit.begun("household-split", "papers.files");

        assertThatPage(visit.get(OUTLINE + "/preview/papers"))
                .hasHeading("Giấy tờ kèm theo, nếu có")
                .has("label:contains(Ví dụ bản án ly hôn)");
    }

    @Test
    void aPreviewTakesAwayTheOneThatWasNamed() {
        visit.begun("household-split", "mover.full-name");

        var shown = assertThatPage(visit.post(
                OUTLINE + "/preview/movers",
                "_answers",
                "{\"movers\":\"2\",\"mover.full-name.1\":\"Vũ Thị Lan\",\"mover.full-name.2\":\"Vũ Thị Mai\"}",
                "drop",
                "1 2"));

        shown.contains("Vũ Thị Mai").doesNotContain("Vũ Thị Lan");
    }

    private void changesNothing(Map<String, @Nullable Object> before, String address, String... typed) {
        assertThat(visit.post(address, typed).getResponse().getStatus())
                .as(address)
                .isIn(200, 422);
        assertThat(kept()).as("POST %s", address).isEqualTo(before);
    }

    /** The draft with the number of the transaction that wrote it, what is published and filled in, and what was journaled of forms. */
    private Map<String, @Nullable Object> kept() {
        return jdbc.sql("""
                        select (select string_agg(concat_ws('|', d.xmin, d.code, d.content, d.changed_at, d.changed_by), ';')
                                from form.definition_draft d) as written,
                               (select count(*) from form.definition) as published,
                               (select count(*) from form.draft) as filled_in,
                               (select count(*) from journal.entry where verb like 'form/%') as journaled
                        """).query().singleRow();
    }

    @Test
    void aQuestionIsLookedUpAtASourceAndFillsTheQuestionsChosen() {
        String question = visit.begun("household-split", "head.full-name");
        List<String> typed = List.of(
                "name", "head.full-name", "kind", "text", "label.vi", "Chủ hộ", "label.en", "Head", "required", "yes");
        visit.post(question, with(typed, "lookup.source", "business"));

        assertThatPage(visit.get(question))
                .has("select[name=lookup.source] option[value=business][selected]")
                .has("select[name=lookup.fill.business.name]")
                .hasNoDuplicateIds();
        visit.post(question, with(typed, "lookup.source", "business", "lookup.fill.business.name", "head.full-name"));
        assertThatPage(visit.get(question)).contains("Câu “head.full-name” không đứng sau câu tra cứu");
        visit.post(question, with(typed, "lookup.source", "nowhere"));
        assertThatPage(visit.get(question)).contains("Không có nơi tra cứu “nowhere”");
        visit.post(question, with(typed, "lookup.source", "business"));
        assertThatPage(visit.get(question.substring(0, question.lastIndexOf('/')) + "/look"))
                .has("button[name=look-up][value=head.full-name]");
        assertThatPage(visit.post(
                        OUTLINE + "/preview/head", "head.full-name", "0200000001", "look-up", "head.full-name"))
                .has("button[name=look-up]")
                .doesNotContain("Tìm thấy");
    }

    @Test
    void aQuestionIsFilledInOnlyWithWhatSomebodyKnows() {
        String question = visit.begun("household-split", "head.full-name");
        List<String> typed =
                List.of("name", "head.full-name", "kind", "text", "label.vi", "Chủ hộ", "label.en", "Head");

        visit.post(question, with(typed, "source", "person.nonsense"));

        assertThatPage(visit.get(question))
                .has("#source-error:contains(person.nonsense)")
                .has("input[name=source][list=attributes]")
                .has("datalist#attributes option[value=person.full-name]")
                .hasField("source", "person.nonsense");
        assertThatPage(visit.get(OUTLINE)).has("li[data-code] a[href='" + question + "#source']");
        visit.post(question, with(typed, "source", "person.full-name"));
        assertThat(FormDeskVisit.body(visit.get(question))).doesNotContain("source-error");
    }

    @Test
    void whatIsWrongIsNamedWhereItIsPublished() {
        String question = visit.begun("household-split", "head.full-name");
        visit.post(question, "name", "head.full-name", "kind", "text", "label.vi", "Chủ hộ");

        for (MvcTestResult refused :
                List.of(visit.get(OUTLINE + "/publish"), visit.post(OUTLINE + "/publish", "token", "any"))) {
            assertThat(refused).hasStatus(409);
            assertThatPage(refused)
                    .has("li[data-code] a[href^='" + question + "#label']:contains(head.full-name)")
                    .has("p.govuk-body > a[href=" + OUTLINE + "]:contains(Mở bản nháp)");
        }
    }

    @Test
    void aNameTwoQuestionsShareIsSaidAtEachAndBesideThePageWithTheQuestion() {
        String later = visit.begun("household-split", "head.divorced");
        String question = pageOf(later) + "/" + visit.question(OUTLINE, "head.full-name");

        visit.post(question, "name", "head.divorced", "kind", "text", "label.vi", "Chủ hộ", "label.en", "Head");

        assertThatPage(visit.get(question)).has("#name-error:contains(head.divorced)");
        assertThatPage(visit.get(later)).has("#name-error:contains(head.divorced)");
        assertThatPage(visit.get(pageOf(later) + "/look")).has("li:contains(head › head.divorced)");
    }

    @Test
    void aConditionIsFoldedUntilThereIsOneAndPicksItsQuestionByItsWordsAndItsAnswerFromAList() {
        String question = visit.begun("household-split", "new.head-name");
        String form = "details:has([name=when]) ";
        assertThatPage(visit.get(question))
                .hasNo("details[open]:has([name=when])")
                .has(form + "option[value=head.divorced]:containsOwn(Tách hộ vì ly hôn? (head.divorced))")
                .hasNo("[name=when.field] option[value=movers]")
                .has("input[name=when.equals][list=any-answers]")
                .has("datalist#any-answers option[value=no]:containsOwn(Tách hộ vì ly hôn? Không)")
                .hasNoDuplicateIds();
        assertThatPage(visit.get(pageOf(question)))
                .hasNo("details[open]:has([name=when])")
                .hasNo("details[open]:has([name=check.0.must])");

        List<String> typed =
                List.of("name", "new.head-name", "kind", "text", "label.vi", "Chủ hộ mới", "label.en", "The new head");
        visit.post(question, with(typed, "when", "answer", "when.field", "head.divorced", "when.equals", "yes"));

        assertThatPage(visit.get(question))
                .has("details[open] > .hd-fold__content > details[open] input[name=when.equals][value=yes][checked]")
                .hasNo("details[open] > .hd-fold__content > details[open] [name=when.expression]")
                .has("[name=when.expression]")
                .hasNo("datalist#any-answers");
        visit.post(question, with(typed, "when", "expression", "when.expression", "head_divorced and"));
        assertThatPage(visit.get(question))
                .has("details[open] > .hd-fold__content #when-error")
                .has("details[open] > .hd-fold__content > details[open] [name=when.expression]")
                .hasNo("details[open] > .hd-fold__content > details[open] [name=when.field]");
    }

    @Test
    void aDayFollowsADayAndAConditionAsksForNoNumber() {
        String question = visit.begun("temporary-absence", "absence.to");

        assertThatPage(visit.get(question))
                .has("select[name=after] option[value=absence.from][selected]")
                .has("select[name=after] option[value=applicant.birth-date]")
                .hasNo("select[name=after] option[value=applicant.full-name]")
                .hasNo("select[name=when.field] option[value=absence.from]")
                .has("select[name=when.field] option[value=applicant.full-name]");
    }

    private static String[] with(List<String> typed, String... more) {
        List<String> all = new java.util.ArrayList<>(typed);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String pageOf(String question) {
        return question.substring(0, question.lastIndexOf('/'));
    }
}
