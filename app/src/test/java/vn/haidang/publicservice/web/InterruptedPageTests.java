package vn.haidang.publicservice.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;
import vn.haidang.form.Answer;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.internal.Definitions;
import vn.haidang.form.internal.build.FormDrafts;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.SignedIn;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Applications;
import vn.haidang.ui.KeptInput;

/** What interrupts a resident on the way to the receipt costs nothing they typed and hands nothing in twice. */
@WebTest
class InterruptedPageTests {

    private static final String SERVICE = "1.001193";
    private static final String REISSUE = "2.000575";

    private final MockMvcTester pages;
    private final Applications applications;
    private final Drafts drafts;
    private final JdbcClient jdbc;
    private final ApplicationContext context;
    private final Applicant people;
    private final Reader reader;

    InterruptedPageTests(
            MockMvcTester pages,
            Applications applications,
            Drafts drafts,
            JdbcClient jdbc,
            ApplicationContext context) {
        this.pages = pages;
        this.applications = applications;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.context = context;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.reader = people.resident("Lê Thị Đoạn");
    }

    @Test
    void whatWasTypedWhenTheSessionEndedStandsThereAfterSigningInAndIsSavedWhenItIsSent() {
        DraftId draft = applications.prepare(SERVICE, people.commune(), reader);
        String page = path(draft) + "child-name";

        MvcTestResult ended = pages.post()
                .uri(page)
                .param(KeptInput.MARK, "1")
                .param("child.full-name", "Nguyễn & Minh=An")
                .exchange();

        assertThat(ended).hasStatus(303).hasRedirectedUrl(page);
        Cookie session = requireNonNull(ended.getResponse().getCookie("haidang"));
        assertThat(pages.get()
                        .uri(page)
                        .cookie(session)
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/sign-in?next=");
        assertThatPage(get(page, session))
                .contains("Trang này chưa gửi được vì phiên đăng nhập đã hết")
                .hasField("child.full-name", "Nguyễn & Minh=An");
        assertThat(drafts.get(draft, reader).values()).doesNotContainKey("child.full-name");
        assertThatPage(get(path(draft) + "child-sex", session)).doesNotContain("Trang này chưa gửi được");

        assertThat(post(page, session, "child.full-name", "Nguyễn Minh An")).hasStatus(302);
        assertThat(drafts.get(draft, reader).values()).containsEntry("child.full-name", "Nguyễn Minh An");
        assertThatPage(get(page, session))
                .doesNotContain("Trang này chưa gửi được")
                .hasField("child.full-name", "Nguyễn Minh An");
    }

    /** Whoever is not signed in may lay words down here: not without end. */
    @Test
    void keepsOnlySoMuchFromOneAddress() {
        DraftId draft = applications.prepare(SERVICE, people.commune(), reader);
        for (int i = 0; i < 60; i++) {
            assertThat(sentAfterTheEnd(draft)).hasStatus(303);
        }

        MvcTestResult more = sentAfterTheEnd(draft);

        assertThat(more).hasStatus(403);
        assertThat(more.getResponse().getCookie("haidang")).isNull();
    }

    private MvcTestResult sentAfterTheEnd(DraftId draft) {
        return pages.post()
                .uri(path(draft) + "child-name")
                .with(request -> {
                    request.setRemoteAddr("203.0.113.77");
                    return request;
                })
                .param(KeptInput.MARK, "1")
                .param("child.full-name", "An")
                .exchange();
    }

    @Test
    void whatIsKeptIsShownToNobodyElseAndNotTakenFromAnotherSite() {
        DraftId draft = applications.prepare(SERVICE, people.commune(), reader);
        String page = path(draft) + "child-name";
        MvcTestResult ended = pages.post()
                .uri(page)
                .param(KeptInput.MARK, "1")
                .param("child.full-name", "Bí Mật")
                .exchange();
        Cookie session = requireNonNull(ended.getResponse().getCookie("haidang"));
        AccountId stranger = requireNonNull(people.resident("Người Lạ").account());

        assertThat(pages.get()
                        .uri(page)
                        .cookie(session)
                        .with(SignedIn.as(stranger))
                        .exchange())
                .hasStatus(404)
                .bodyText()
                .doesNotContain("Bí Mật");
        assertThat(pages.post()
                        .uri(page)
                        .header("Sec-Fetch-Site", "cross-site")
                        .param(KeptInput.MARK, "1")
                        .exchange())
                .hasStatus(403);
        assertThat(pages.post().uri(page).param("child.full-name", "x").exchange())
                .hasStatus(403);
        assertThat(pages.post()
                        .uri(page)
                        .param(KeptInput.MARK, "1")
                        .param("child.full-name", "a".repeat(200_000))
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void aHandingInThatFoundTheSessionEndedLeadsBackToTheCheckedAnswers() {
        DraftId draft = people.filled(SERVICE, reader);

        assertThat(pages.post()
                        .uri(path(draft) + "submit")
                        .param(KeptInput.MARK, "1")
                        .param("key", UUID.randomUUID().toString())
                        .exchange())
                .hasStatus(303);
        assertThatPage(get(path(draft) + "submit")).hasHeading("Kiểm tra trước khi nộp");
        assertThat(drafts.get(draft, reader).finishedAt()).isNull();
    }

    @Test
    void twoWindowsOverwriteOnlyWhatBothAsk() {
        DraftId draft = applications.prepare(SERVICE, people.commune(), reader);

        post(path(draft) + "child-name", null, "child.full-name", "Nguyễn Minh An");
        post(path(draft) + "child-sex", null, "child.sex", "female");
        post(path(draft) + "child-name", null, "child.full-name", "Nguyễn Minh Anh");

        assertThat(drafts.get(draft, reader).values())
                .containsEntry("child.full-name", "Nguyễn Minh Anh")
                .containsEntry("child.sex", "female");
    }

    /** opencrvs-core#11820, #10176 and #2936: what was sent while the line broke is there twice when it is back. */
    @Test
    void opencrvs11820TwoWindowsAndALineThatBrokeHandInOnce() {
        DraftId draft = people.filled(SERVICE, reader);
        String submit = path(draft) + "submit";
        String key = UUID.randomUUID().toString();

        String receipt = redirect(post(submit, null, "key", key));

        assertThat(redirect(post(submit, null, "key", key))).isEqualTo(receipt);
        assertThat(redirect(post(submit, null, "key", UUID.randomUUID().toString())))
                .isEqualTo(receipt);
        assertThat(jdbc.sql("select count(*) from publicservice.application where draft = :draft")
                        .param("draft", draft.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theBackButtonAfterHandingInLeadsToTheReceipt() {
        DraftId draft = people.filled(SERVICE, reader);
        String receipt = redirect(
                post(path(draft) + "submit", null, "key", UUID.randomUUID().toString()));

        assertThat(redirect(get(path(draft) + "check"))).isEqualTo(receipt);
        assertThat(redirect(get(path(draft) + "child-name"))).isEqualTo(receipt);
        assertThat(redirect(get("/apply/" + SERVICE + "/" + draft.value()))).isEqualTo(receipt);
        assertThat(redirect(post(path(draft) + "child-name", null, "child.full-name", "Sửa Sau")))
                .isEqualTo(receipt);
        assertThatPage(get(receipt)).hasHeading("Đã nhận hồ sơ của bạn");
    }

    @Test
    void theBackButtonToAPageThatAnotherAnswerClosedLeadsToWhereTheDraftGoesOn() {
        DraftId draft = people.filled(SERVICE, reader);
        var form = drafts.get(draft, reader).form();
        var asked = form.asked(drafts.get(draft, reader).values());
        var closed = form.pages().stream()
                .filter(page -> !asked.contains(page))
                .findFirst()
                .orElseThrow();

        assertThat(redirect(get(path(draft) + closed.code()))).isEqualTo(path(draft) + "check");
        assertThat(redirect(post(path(draft) + closed.code(), null, "any", "x")))
                .isEqualTo(path(draft) + "check");
        assertThat(get(path(draft) + "no-such-page")).hasStatus(404);
    }

    @Test
    void whatStoodOnAnEarlierPageStandsThereWhenOneGoesBack() {
        DraftId draft = people.filled(SERVICE, reader);
        var saved = drafts.get(draft, reader);
        for (var page : saved.form().asked(saved.values())) {
            var drawn = assertThatPage(get(path(draft) + page.code()));
            page.fields().stream()
                    .filter(field ->
                            List.of(Kind.TEXT, Kind.PHONE, Kind.PERSONAL_NUMBER).contains(field.kind()))
                    .filter(field -> saved.form().asked(page, saved.values()).contains(field))
                    // what is known is shown, not asked
                    .filter(field -> saved.answers()
                                    .getOrDefault(field.name(), Answer.typed(""))
                                    .origin()
                            != Answer.Origin.KNOWN)
                    .forEach(
                            field -> drawn.hasField(field.name(), saved.values().getOrDefault(field.name(), "")));
        }
    }

    @Test
    void whoeverFillsInAVersionThatWasReplacedMeanwhileIsToldAndHandsItInAllTheSame() {
        DraftId draft = people.filled(REISSUE, reader);
        String path = "/apply/" + REISSUE + "/" + draft.value() + "/";
        assertThatPage(get(path + "business")).doesNotContain("Mẫu này đã có phiên bản mới");
        publishNext("business-certificate-replacement");

        assertThatPage(get(path + "business"))
                .contains("Mẫu này đã có phiên bản mới")
                .has("[name=business.name]");
        assertThatPage(get(redirect(
                        post(path + "submit", null, "key", UUID.randomUUID().toString()))))
                .hasHeading("Đã nhận hồ sơ của bạn");

        var handedIn = drafts.get(draft, reader);
        assertThat(handedIn.form().version()).isEqualTo(2);
        assertThat(handedIn.values()).containsEntry("business.name", "Nguyễn Văn An");
        assertThat(drafts.get(people.filled(REISSUE, reader), reader).form().version())
                .as("whoever begins now")
                .isEqualTo(3);
    }

    private void publishNext(String form) {
        var desk = context.getBean(FormDrafts.class);
        desk.begin(form, 2, reader);
        desk.change(form, draft -> draft.saying(Map.of("title.vi", "Cấp lại giấy", "title.en", "A new paper")), reader);
        var request = new MockHttpServletRequest();
        assertThat(desk.publish(form, desk.propose(form, request).token(), reader, request))
                .isEmpty();
    }

    /** Other tests begin with what is shipped. */
    @AfterEach
    void forget() {
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            jdbc.sql("""
                    delete from form.draft f using form.definition d
                    where d.code = f.form and d.version = f.version and d.published_at is not null
                    """).update();
            jdbc.sql("delete from form.definition where published_at is not null")
                    .update();
            context.getBean(Definitions.class).changed();
        });
    }

    private static String path(DraftId draft) {
        return "/apply/" + SERVICE + "/" + draft.value() + "/";
    }

    private MvcTestResult get(String path) {
        return pages.get().uri(path).with(SignedIn.as(account())).exchange();
    }

    private MvcTestResult get(String path, Cookie session) {
        return pages.get()
                .uri(path)
                .cookie(session)
                .with(SignedIn.as(account()))
                .exchange();
    }

    private MvcTestResult post(
            String path, @org.jspecify.annotations.Nullable Cookie session, String name, String value) {
        var request = pages.post().uri(path).param(name, value);
        if (session != null) {
            request = request.cookie(session);
        }
        return request.with(SignedIn.withForm(account())).exchange();
    }

    private static String redirect(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        return requireNonNull(result.getResponse().getRedirectedUrl());
    }

    private AccountId account() {
        return requireNonNull(reader.account());
    }
}
