package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.StatementCount;
import vn.haidang.WebTest;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.SignedIn;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Bundles;
import vn.haidang.publicservice.LifeEvent;

@WebTest
class LifeEventPageTests {

    private final MockMvcTester pages;
    private final Bundles bundles;
    private final Applicant people;

    LifeEventPageTests(MockMvcTester pages, Bundles bundles, ApplicationContext context) {
        this.pages = pages;
        this.bundles = bundles;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
    }

    @Test
    void marksWhatTheLawJoinsAndWhatWePutTogether() {
        assertThatPage(pages.get().uri("/life-events").exchange())
                .contains("Liên thông do luật định")
                .contains("Do nền tảng này ghép lại")
                .hasLink("Sinh con", "/life-events/birth")
                .hasNoDuplicateIds();
        assertThatPage(pages.get().uri("/life-events/birth").exchange())
                .hasTag("Liên thông do luật định")
                .contains("Nghị định 63/2024/NĐ-CP")
                .hasLink("Đăng ký khai sinh", "/services/1.001193")
                .hasNoDuplicateIds();
        assertThatPage(pages.get()
                        .uri("/life-events/moving")
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .isEnglish()
                .hasTag("Put together by this platform");
        assertThat(pages.get().uri("/life-events/nothing").exchange()).hasStatus(404);
    }

    @Test
    void leadsFromOneDeclarationToThePageThatFollowsAllItsDossiers() {
        Reader reader = people.resident("Ngô Thị Theo");
        AccountId account = Objects.requireNonNull(reader.account());
        assertThatPage(get("/life-events/marriage/start", account))
                .hasHeading("Bạn cần những việc nào?")
                .has("input[name=part][value=1]")
                .hasNoDuplicateIds();
        assertThat(post("/life-events/marriage/start?unit=" + people.commune().value(), account))
                .hasStatus(422);
        assertThat(post("/life-events/marriage/start?part=1&unit=nowhere", account))
                .hasStatus(422);
        assertThat(post(
                        "/life-events/marriage/start?part=1&part=3&unit="
                                + people.commune().value(),
                        account))
                .hasStatus(302);

        DraftId draft = people.filled(bundles, "marriage", Set.of(1, 3, 4), reader);
        String submit = "/apply/1.004873/" + draft.value() + "/submit?key=" + UUID.randomUUID();
        String bundle =
                Objects.requireNonNull(post(submit, account).getResponse().getRedirectedUrl());
        assertThat(post(submit, account).getResponse().getRedirectedUrl()).isEqualTo(bundle);

        assertThatPage(get(bundle, account))
                .hasHeading("Kết hôn")
                .contains("Công an cấp xã")
                .contains("Ngày hẹn xong những phần đã nộp")
                .contains("chưa được chuyển tới Công an cấp xã")
                .contains("Vì sao là ngày này?")
                .hasTag("Chờ tiếp nhận")
                .hasTag("Chưa chuyển đi")
                .hasNoDuplicateIds();
        assertThatPage(get("/my/applications", account)).hasLink("Kết hôn", bundle);
        AccountId stranger =
                Objects.requireNonNull(people.resident("Đặng Văn Lạ").account());
        assertThat(get(bundle, stranger)).hasStatus(404);
        assertThat(get("/my/life-events/" + UUID.randomUUID(), account)).hasStatus(404);
        assertThat(StatementCount.least(() -> get(bundle, account))).isLessThanOrEqualTo(8);
        assertThat(StatementCount.least(() -> get("/life-events", account))).isLessThanOrEqualTo(8);
    }

    @Test
    void whatOneOfficeReceivesLeavesTheChoiceOfTheCommuneToTheOthers() {
        Reader reader = people.resident("Lê Thị Xây");
        AccountId account = Objects.requireNonNull(reader.account());
        String commune = people.commune().value().toString();
        assertThatPage(get("/life-events/building/start", account))
                .has("input[name=part][value=1]")
                .has("select[name=unit] option[value=%s][selected]".formatted(commune));

        DraftId draft = people.filled(bundles, "building", Set.of(1, 2), reader);

        assertThatPage(get("/life-events/building/" + draft.value(), account))
                .has("select[name=unit] option[value=%s][selected]".formatted(commune));
    }

    @Test
    void whatExcludesAnotherIsNotChosenToBeginWithAndABundleOfTheLawIsWhole() {
        Reader reader = people.resident("Lê Thị Mới");
        AccountId account = Objects.requireNonNull(reader.account());

        assertThatPage(get("/life-events/building/start", account))
                .has("input[name=part][value=2][checked]")
                .has("input[name=part][value=3]")
                .hasNo("input[name=part][value=3][checked]");
        assertThat(bundles.events())
                .allSatisfy(event -> assertThat(event.together())
                        .as(event.code())
                        .filteredOn(member -> event.kind() == LifeEvent.Kind.LAW || member.usual())
                        .allMatch(LifeEvent.Member::usual)
                        .anyMatch(member -> !event.startsHere() || member.handling() == LifeEvent.Handling.OURS));
    }

    @Test
    void whatIsBegunForALifeEventIsNotShownAsADraftOfItsFirstServiceAlone() {
        Reader reader = people.resident("Cao Thị Dở");
        AccountId account = Objects.requireNonNull(reader.account());
        DraftId joint = people.filled(bundles, "marriage", Set.of(1, 3), reader);
        DraftId alone = people.filled("1.004873", reader);

        assertThatPage(get("/apply/1.004873", account))
                .has("main a[href='/life-events/marriage/%s']:contains(Kết hôn)".formatted(joint.value()))
                .has("main a[href='/apply/1.004873/%s']".formatted(alone.value()))
                .hasNo("main a[href='/apply/1.004873/%s']".formatted(joint.value()))
                .hasNoDuplicateIds();
        assertThatPage(get("/life-events/marriage/" + joint.value(), account)).hasHeading("Bạn cần những việc nào?");
    }

    @Test
    void othersAreChosenWhileTheDeclarationIsBegunAndTheCheckSaysWhatItIsFor() {
        Reader reader = people.resident("Lý Thị Chọn Lại");
        AccountId account = Objects.requireNonNull(reader.account());
        DraftId draft = people.filled(bundles, "marriage", Set.of(1, 3), reader);
        String check = "/apply/1.004873/" + draft.value() + "/check";
        String choice = "/life-events/marriage/" + draft.value();
        String unit = "&unit=" + people.commune().value();

        assertThatPage(get(check, account))
                .contains("Khai một lần cho những việc này")
                .contains("Bản sao trích lục kết hôn")
                .doesNotContain("Điều chỉnh thông tin cư trú")
                .hasLink("Thêm hoặc bỏ việc", choice)
                .hasNoDuplicateIds();
        assertThatPage(get("/apply/1.004873/" + draft.value() + "/copies", account))
                .contains("Kết hôn · Câu");
        assertThatPage(get("/apply/1.004873/" + draft.value() + "/applicant", account))
                .has("a.govuk-back-link[href=" + choice + "]");
        assertThatPage(get(choice, account))
                .has("input[name=part][value=1][checked]")
                .has("input[name=part][value=3][checked]")
                .has("input[name=part][value=4]:not([checked])")
                .contains("Điều bạn đã điền vẫn được giữ")
                .hasNoDuplicateIds();

        assertThat(post(choice + "?part=4" + unit, account)).hasStatus(422);
        assertThat(post(choice + "?part=1&unit=nowhere", account)).hasStatus(422);
        assertThat(post(choice + "?part=1&part=4" + unit, account).getResponse().getRedirectedUrl())
                .as("the one question that is new")
                .endsWith(draft.value() + "/after");
        assertThat(get("/apply/1.004873/" + draft.value() + "/copies", account))
                .as("not asked any more")
                .hasStatus(302);
        assertThatPage(get(check, account)).contains("Điều chỉnh thông tin cư trú");
        assertThat(post(choice + "?part=3" + unit, account).getResponse().getRedirectedUrl())
                .isEqualTo("/apply/2.000635/" + draft.value() + "/check");

        AccountId stranger =
                Objects.requireNonNull(people.resident("Đinh Văn Lạ").account());
        assertThat(get(choice, stranger)).hasStatus(404);
        assertThat(post(choice + "?part=1" + unit, stranger)).hasStatus(404);
        assertThat(get("/life-events/marriage/" + UUID.randomUUID(), account)).hasStatus(404);
        assertThat(get("/life-events/marriage/none", account)).hasStatus(404);

        String bundle = Objects.requireNonNull(
                post("/apply/2.000635/" + draft.value() + "/submit?key=" + UUID.randomUUID(), account)
                        .getResponse()
                        .getRedirectedUrl());
        assertThat(get(choice, account).getResponse().getRedirectedUrl()).isEqualTo(bundle);
        assertThat(post(choice + "?part=1" + unit, account).getResponse().getRedirectedUrl())
                .isEqualTo(bundle);
        assertThatPage(get(bundle, account))
                .contains("Bản sao trích lục kết hôn")
                .doesNotContain("Công an cấp xã");
    }

    private MvcTestResult get(String address, AccountId account) {
        return pages.get().uri(address).with(SignedIn.as(account)).exchange();
    }

    private MvcTestResult post(String address, AccountId account) {
        return pages.post()
                .uri(address)
                .with(SignedIn.as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }
}
