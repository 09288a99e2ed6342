package vn.haidang.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Administration;
import vn.haidang.identity.SignedIn;
import vn.haidang.plan.Plan;
import vn.haidang.plan.Progress;
import vn.haidang.plan.Standing;
import vn.haidang.plan.Status;

/** Whatever is published here is taken back: the plan belongs to all tests. */
@WebTest
class TargetPageTests {

    private static final String INDICATOR = "online-service-full";
    private static final String HEADER = "document;indicator;tier;year;operator;value;unit;universe;not_comparable;"
            + "not_comparable_en;note;source;confidence\n";
    private static final String ROW = "kh-227-2020;" + INDICATOR + ";COMMUNE;2029;>=;91,5;percent;;;;;Nguồn thử;M\n";

    private final MockMvcTester pages;
    private final Administration administration;
    private final Plan plan;
    private final JdbcClient database;

    TargetPageTests(MockMvcTester pages, Accounts accounts, Plan plan, JdbcClient database) {
        this.pages = pages;
        this.administration = new Administration(pages, accounts);
        this.plan = plan;
        this.database = database;
    }

    @AfterEach
    void leaveThePlanAsItIsShipped() {
        database.sql("delete from plan.draft_target").update();
        database.sql("delete from plan.declared_target").update();
        database.sql("delete from plan.declared_document").update();
    }

    @Test
    void listsEveryTargetWithItsStatus() {
        assertThatPage(get("/admin/targets"))
                .isVietnamese()
                .hasHeading("Chỉ tiêu")
                .contains("227/KH-UBND")
                .hasLink("Thêm chỉ tiêu", "/admin/targets/edit")
                .hasNoDuplicateIds();
        assertThatPage(pages.get()
                        .uri("/admin/targets/draft")
                        .with(SignedIn.as(administration.administrator()))
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .isEnglish()
                .contains("The draft has no change.");
        assertThatPage(get("/admin/targets/edit?document=kh-227-2020&indicator=" + INDICATOR + "&tier=AREA&year=2025"))
                .hasHeading("Sửa chỉ tiêu")
                .hasField("value", "80");
    }

    @Test
    void aPageShowsSomeOfTheIndicatorsFoldedAndASearchThoseItMeans() {
        var whole = assertThatPage(get("/admin/targets")).document();
        assertThat(whole.select("main details")).as("no page is longer").hasSize(TargetsPage.SIZE);
        assertThat(whole.select("main details[open]")).isEmpty();
        var first = assertThatPage(get("/admin/targets?page=1"))
                .document()
                .select("main summary")
                .eachText();
        var second = assertThatPage(get("/admin/targets?page=2"))
                .document()
                .select("main summary")
                .eachText();
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);

        var found = assertThatPage(get("/admin/targets?q=cap quang")).document().select("main details[open] summary");
        assertThat(found.eachText()).hasSizeBetween(1, 3).allMatch(text -> text.contains("cáp quang"));
        assertThatPage(get("/admin/targets?q=khong-co-gi-nhu-the")).contains("Không tìm thấy chỉ tiêu nào");
    }

    @Test
    void aDraftMovesNothingUntilItIsPublishedAndThenCanGoBack() {
        var before = standing(2025).status();
        var form = new HashMap<>(target("80", "2025"));
        form.put("not-comparable", "Vì thử");
        form.put("not-comparable-en", "For a try");

        assertThat(post("/admin/targets/edit", form)).hasRedirectedUrl("/admin/targets/draft");
        assertThat(standing(2025).status()).isEqualTo(before).isNotEqualTo(Status.NOT_COMPARABLE);
        var shown = get("/admin/targets/draft");
        assertThatPage(shown)
                .contains("1 đánh giá sẽ khác")
                .hasTag("Không so sánh được")
                .hasNoDuplicateIds();
        assertThat(publish(shown)).hasRedirectedUrl("/admin/targets?done=1");

        assertThat(standing(2025).status()).isEqualTo(Status.NOT_COMPARABLE);
        assertThat(entries("plan/targets-published")).isPositive();
        assertThat(publish(shown)).as("nothing is left to publish").hasStatus(409);

        assertThat(post("/admin/targets/restore", key("2025"))).hasRedirectedUrl("/admin/targets/draft");
        assertThat(publish(get("/admin/targets/draft"))).hasRedirectedUrl("/admin/targets?done=1");
        assertThat(standing(2025).status()).isEqualTo(before);
        assertThat(database.sql("select count(*) from plan.declared_target")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void publishesNothingThatWasNotShown() {
        post("/admin/targets/edit", target("85", "2027"));
        var shown = get("/admin/targets/draft");
        assertThatPage(shown).contains("Không có");
        post("/admin/targets/edit", target("86", "2027"));

        var again = publish(shown);

        assertThat(again).hasStatus(409);
        assertThatPage(again).contains("Trong lúc bạn xem đã có thay đổi");
        assertThat(plan.progress(INDICATOR).orElseThrow().standings())
                .noneMatch(each -> each.target().year() == 2027
                        && each.target().document().key().equals("kh-227-2020"));
        assertThat(post("/admin/targets/draft/drop", key("2027"))).hasRedirectedUrl("/admin/targets/draft");
        assertThatPage(get("/admin/targets/draft")).contains("Bản nháp không có thay đổi nào");
        post("/admin/targets/withdraw", key("2025"));
        assertThat(post("/admin/targets/draft/discard", Map.of())).hasRedirectedUrl("/admin/targets");
        assertThat(standing(2025).target().value()).isNotNull();
    }

    @Test
    void aWithdrawnTargetIsGoneForEverybody() {
        post("/admin/targets/withdraw", key("2025"));
        assertThat(publish(get("/admin/targets/draft"))).hasStatus3xxRedirection();

        assertThat(plan.progress(INDICATOR).orElseThrow().standings())
                .noneMatch(each -> each.target().document().key().equals("kh-227-2020")
                        && each.target().year() == 2025
                        && each.target().level().name().equals("AREA"));
    }

    @Test
    void asksForWhatIsMissingOrWrong() {
        var page = post("/admin/targets/edit", Map.of("year", "1999", "value", "nhiều"));

        assertThat(page).hasStatus(422);
        assertThatPage(page)
                .hasErrorSummary("document", "indicator", "value", "tier", "year", "operator", "source", "confidence");
        var both = new HashMap<>(target("80", "2026"));
        both.put("operator", "yes");
        both.put("not-comparable", "Chỉ một ngôn ngữ");
        assertThatPage(post("/admin/targets/edit", both)).hasErrorSummary("value", "not-comparable-en");
        assertThatPage(post("/admin/targets/document", Map.of("key", "Khóa", "issued", "hôm nay")))
                .hasErrorSummary("key", "issued", "title", "title-en", "issuer", "source", "confidence");
    }

    @Test
    void aTableGoesIntoTheDraftWholeOrNotAtAll() {
        assertThat(upload("\ufeff" + HEADER + ROW.replace("91,5", "91.5"))).hasRedirectedUrl("/admin/targets/draft");
        assertThatPage(get("/admin/targets/draft")).contains("91,5 %").contains("2029");
        post("/admin/targets/draft/discard", Map.of());

        var wrong = upload(HEADER + ROW.replace("91,5", "91.5") + ROW.replace("kh-227-2020", "nowhere"));
        assertThat(wrong).hasStatus(422);
        assertThatPage(wrong).hasErrorSummary("file").contains("Dòng 3 document");
        assertThat(upload("a;b\n1;2\n")).hasStatus(422);
        assertThat(upload("")).hasStatus(422);
        assertThatPage(get("/admin/targets/draft")).contains("Bản nháp không có thay đổi nào");
    }

    @Test
    void aNewDocumentCanSetTargets() {
        var document = new HashMap<>(Map.of(
                "key", "kh-thu-2029",
                "title", "Kế hoạch thử",
                "title-en", "Trial plan",
                "issuer", "Ủy ban thử",
                "source", "Công báo thử",
                "confidence", "H",
                "number", "1/KH"));
        var before = plan.progress();
        var declared = entries("plan/document-declared");
        var shown = post("/admin/targets/document", document);
        assertThatPage(shown)
                .hasHeading("Văn bản mới sẽ làm gì?")
                .contains("Không đánh giá nào đổi")
                .hasNoDuplicateIds();
        assertThat(plan.documents())
                .as("shown, not saved")
                .noneMatch(each -> each.key().equals("kh-thu-2029"));

        document.put("token", token(shown));
        document.put("issuer", "Ủy ban khác");
        assertThatPage(post("/admin/targets/document", document))
                .as("another was shown")
                .contains("Ủy ban khác");
        assertThat(entries("plan/document-declared")).isEqualTo(declared);

        document.put("issuer", "Ủy ban thử");
        assertThat(post("/admin/targets/document", document))
                .hasRedirectedUrl("/admin/targets/edit?document=kh-thu-2029");
        assertThat(entries("plan/document-declared")).isEqualTo(declared + 1);
        assertThat(plan.progress()).as("as it was foretold").isEqualTo(before);
        var form = new HashMap<>(target("95", "2029"));
        form.put("document", "kh-thu-2029");
        post("/admin/targets/edit", form);
        assertThat(publish(get("/admin/targets/draft"))).hasStatus3xxRedirection();

        assertThatPage(pages.get().uri("/plan/" + INDICATOR).exchange()).contains("1/KH");
    }

    @Test
    void opensToNobodyElse() {
        assertThat(pages.get()
                        .uri("/admin/targets")
                        .with(SignedIn.as(administration.account()))
                        .exchange())
                .hasStatus(403);
    }

    private static Map<String, String> target(String value, String year) {
        var form = new HashMap<>(key(year));
        form.putAll(Map.of("operator", ">=", "value", value, "source", "Nguồn thử", "confidence", "M"));
        return form;
    }

    private static Map<String, String> key(String year) {
        return Map.of("document", "kh-227-2020", "indicator", INDICATOR, "tier", "AREA", "year", year);
    }

    private Standing standing(int year) {
        return plan.progress(INDICATOR).map(Progress::standings).orElseThrow().stream()
                .filter(each -> each.target().document().key().equals("kh-227-2020"))
                .filter(each -> each.target().year() == year)
                .findFirst()
                .orElseThrow();
    }

    private long entries(String verb) {
        return database.sql("select count(*) from journal.entry e where e.verb = :verb")
                .param("verb", verb)
                .query(Long.class)
                .single();
    }

    private MvcTestResult publish(MvcTestResult shown) {
        return post("/admin/targets/draft/publish", Map.of("token", token(shown)));
    }

    private static String token(MvcTestResult shown) {
        return Objects.requireNonNull(assertThatPage(shown).document().selectFirst("input[name=token]"))
                .val();
    }

    private MvcTestResult upload(String csv) {
        return pages.post()
                .uri("/admin/targets/import")
                .multipart()
                .file("file", csv.getBytes(StandardCharsets.UTF_8))
                .with(SignedIn.withForm(administration.administrator()))
                .exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        return administration.post(path, form);
    }

    private MvcTestResult get(String path) {
        return administration.get(path);
    }
}
