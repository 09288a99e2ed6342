package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.StatementCount;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.TakeStep;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;

@WebTest
class FeedbackPageTests {

    private final MockMvcTester pages;
    private final Cases cases;
    private final Applicant people;
    private final Applications applications;
    private final JdbcClient jdbc;

    FeedbackPageTests(
            MockMvcTester pages, Cases cases, Applications applications, JdbcClient jdbc, ApplicationContext context) {
        this.applications = applications;
        this.jdbc = jdbc;
        this.pages = pages;
        this.cases = cases;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
    }

    @Test
    void leadsFromTheQuestionToAPublicAnswerWithoutTheSendersName() {
        Reader reader = people.resident("Đặng Thị Hỏi");
        AccountId account = account(reader);
        AccountId officer = account(people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER));
        Reader specialist = people.officer("Lê Thị Thẩm", Role.SPECIALIST);
        assertThatPage(get("/feedback/new", account))
                .hasHeading("Gửi phản ánh, kiến nghị")
                .hasNo("textarea")
                .hasNoDuplicateIds();
        MvcTestResult nothing = get("/feedback/new?next=yes", account);
        assertThat(nothing).hasStatus(422);
        assertThatPage(nothing).hasErrorSummary("kind", "about");
        assertThatPage(get("/feedback/new?kind=complaint&about=unit&next=yes", account))
                .has("textarea[name=words]")
                .has("select[name=unit]")
                .hasNo("input[name=dossier]")
                .hasNoDuplicateIds();
        assertThatPage(get("/feedback/new?kind=suggestion&dossier=H24.1-260302-0001", account))
                .hasField("dossier", "H24.1-260302-0001")
                .hasNo("select[name=unit]");

        String mine = redirect(send("/feedback", account, "publish", "yes"));
        String id = mine.substring(mine.lastIndexOf('/') + 1);

        assertThatPage(get(mine, account))
                .hasTag("Đang xử lý")
                .contains("Chờ quá lâu")
                .hasNoDuplicateIds();
        assertThatPage(get(mine + "/clock", account))
                .hasHeading("Vì sao có các mốc này?")
                .contains("Từ chối chậm nhất")
                .contains("Đếm đủ 15 ngày làm việc")
                .contains("766")
                .hasNoDuplicateIds();
        assertThatPage(get("/desk/feedback/" + id + "/clock", officer))
                .contains("Đếm đủ 5 ngày làm việc")
                .hasNoDuplicateIds();
        assertThatPage(get("/my/feedback", account)).contains("PA-").hasNoDuplicateIds();
        assertThatPage(get("/desk/feedback", officer)).contains("PA-").hasNoDuplicateIds();
        assertThatPage(get("/desk/feedback/" + id, officer))
                .contains("Đặng Thị Hỏi")
                .hasNoDuplicateIds();
        act(id, "accept", null, people.officer("Trần Văn Hai", Role.ONE_STOP_OFFICER));
        act(id, "answer", "Quầy số 3 mở lúc 7:30.", specialist);
        assertThatPage(get(mine, account)).hasTag("Đã trả lời").contains("Quầy số 3 mở lúc 7:30.");
        assertThatPage(get(mine + "/clock", account)).contains("Quyết định công khai chậm nhất");

        var personal = publish(id, officer, "Bà Đặng Thị Hỏi hỏi gì?", "Lúc 7:30.");
        assertThat(personal).hasStatus(422);
        assertThatPage(personal).hasErrorSummary("answer");
        assertThat(publish(id, officer, "Quầy mở lúc nào?", "Lúc 7:30.")).hasStatus3xxRedirection();

        assertThatPage(pages.get().uri("/feedback").exchange())
                .contains("Quầy mở lúc nào?")
                .doesNotContain("Đặng Thị Hỏi")
                .doesNotContain("PA-");
        assertThatPage(pages.get()
                        .uri("/feedback/" + id)
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .isEnglish()
                .contains("Lúc 7:30.")
                .doesNotContain("Đặng Thị Hỏi")
                .doesNotContain("Chờ quá lâu");
    }

    @Test
    void showsADeskWhatApplicantsThought() {
        Reader reader = people.resident("Đặng Thị Khen");
        AccountId officer = account(people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER));
        ApplicationId id = people.submitted("1.004873", reader, Device.PHONE);
        applications.withdraw(id, null, reader);
        jdbc.sql("""
                        insert into publicservice.rating (application, stars, comment, rated_at, unit, rated_on)
                        select id, 2, 'Chờ lâu quá', submitted_at, unit, submitted_on from publicservice.application where id = :id
                        """).param("id", id.value()).update();
        get("/desk/ratings", officer);
        long one = StatementCount.least(() -> get("/desk/ratings", officer));

        assertThatPage(get("/desk/ratings", officer))
                .hasTag("2 – Không hài lòng")
                .contains("Chờ lâu quá")
                .hasNoDuplicateIds();
        assertThat(one).isLessThanOrEqualTo(8);
        assertThat(get("/desk/ratings", account(reader))).hasStatus(403);
    }

    @Test
    void asksTheSenderForMoreOnTheirOwnPage() {
        Reader reader = people.resident("Đặng Thị Thêm");
        AccountId account = account(reader);
        String mine = redirect(send("/feedback", account, "publish", ""));
        act(
                mine.substring(mine.lastIndexOf('/') + 1),
                "ask-more",
                "Ngày nào?",
                people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER));

        assertThatPage(get(mine, account)).contains("Ngày nào?").has("textarea[name=words]");
        var empty = pages.post()
                .uri(mine + "/more")
                .with(SignedIn.withForm(account))
                .param("key", UUID.randomUUID().toString())
                .exchange();
        assertThat(empty).hasStatus(422);
        assertThatPage(empty).hasErrorSummary("words");
        assertThat(pages.post()
                        .uri(mine + "/more")
                        .with(SignedIn.withForm(account))
                        .param("key", UUID.randomUUID().toString())
                        .param("words", "Sáng thứ Hai")
                        .exchange())
                .hasStatus3xxRedirection();
        assertThatPage(get(mine, account)).hasTag("Đang xử lý").contains("Sáng thứ Hai");
    }

    @Test
    void isTakenBackWithAReasonOnAPageOfItsOwn() {
        AccountId account = account(people.resident("Đặng Thị Rút"));
        String mine = redirect(send("/feedback", account, "publish", "yes"));
        assertThatPage(get(mine, account)).hasLink("Rút lại", mine + "/withdraw");
        assertThatPage(get(mine + "/withdraw", account))
                .hasHeading("Rút phản ánh, kiến nghị?")
                .hasNoDuplicateIds();
        assertThatPage(pages.get()
                        .uri(mine + "/withdraw")
                        .with(SignedIn.as(account))
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .hasHeading("Take it back?");

        MvcTestResult nothing = withdraw(mine, account, "");
        assertThat(nothing).hasStatus(422);
        assertThatPage(nothing).hasErrorSummary("reason").hasNoDuplicateIds();
        assertThat(withdraw(mine, account, "Đã được giải thích")).hasStatus3xxRedirection();

        assertThatPage(get(mine, account))
                .contains("Đã kết thúc theo ý người gửi")
                .doesNotContain(mine + "/withdraw");
        assertThatPage(get(mine + "/withdraw", account)).hasNo("textarea");
    }

    private MvcTestResult withdraw(String mine, AccountId account, String reason) {
        return pages.post()
                .uri(mine + "/withdraw")
                .with(SignedIn.withForm(account))
                .param("reason", reason)
                .exchange();
    }

    @Test
    void writesDownAtTheCounterOnlyForACallerWhoCanBeReached() {
        AccountId officer = account(people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER));

        MvcTestResult nameless = send("/desk/feedback", officer, "name", "");
        MvcTestResult taken = send("/desk/feedback", officer, "name", "Đặng Thị Quầy", "phone", "0912 345 678");

        assertThat(nameless).hasStatus(422);
        assertThatPage(nameless).hasErrorSummary("name").hasNoDuplicateIds();
        assertThatPage(get(redirect(taken), officer))
                .contains("Đặng Thị Quầy")
                .contains("0912 345 678")
                .contains("Ghi tại quầy");
    }

    @Test
    void isKeptFromWhomItsHandlerNames() {
        AccountId sender = account(people.resident("Đặng Thị Nêu"));
        AccountId handler = account(people.officer("Trần Văn Nêu", Role.ONE_STOP_OFFICER));
        AccountId named = account(people.officer("Vũ Thị Bị Nêu", Role.SPECIALIST));
        String mine = redirect(send("/feedback", sender, "publish", "yes"));
        String desk = "/desk/feedback/" + mine.substring(mine.lastIndexOf('/') + 1);
        assertThatPage(get(desk, handler))
                .has("select[name=official] option[value='" + named.value() + "']")
                .hasNoDuplicateIds();

        MvcTestResult nobody = name(desk, handler, "");
        assertThat(nobody).hasStatus(422);
        assertThatPage(nobody).hasErrorSummary("official").hasNoDuplicateIds();
        assertThat(redirect(name(desk, handler, named.value().toString()))).isEqualTo(desk);

        assertThatPage(get(desk, handler)).contains("Không xem và không xử lý phản ánh này: Vũ Thị Bị Nêu.");
        assertThat(get(desk, named)).hasStatus(403);
        assertThatPage(get(mine, sender)).doesNotContain("Vũ Thị Bị Nêu");
        assertThat(redirect(name(desk, handler, handler.value().toString()))).isEqualTo("/desk/feedback");
        assertThat(get(desk, handler)).hasStatus(403);
    }

    @Test
    void offersTheSenderThoseAtTheCounterByNameAndPostAlone() {
        AccountId sender = account(people.resident("Đặng Thị Chọn"));
        AccountId met = account(people.officer("Vũ Thị Quầy Gặp", Role.ONE_STOP_OFFICER));
        people.officer("Vũ Văn Phòng Trong", Role.SPECIALIST);
        String ask = "/feedback/new?next=yes&kind=complaint&about=official";
        assertThatPage(get(ask, sender)).has("select[name=unit]").hasNo("textarea[name=words]");
        assertThatPage(get(ask + "&unit=" + people.commune().value(), sender))
                .has("input[name=official][value='Vũ Thị Quầy Gặp']")
                .has("textarea[name=words]")
                .doesNotContain("Vũ Văn Phòng Trong")
                .doesNotContain(met.value().toString())
                .hasNoDuplicateIds();

        MvcTestResult nobody = complain(sender, "-", "");
        assertThat(nobody).hasStatus(422);
        assertThatPage(nobody).hasErrorSummary("official").hasNoDuplicateIds();
        String mine = redirect(complain(sender, "Vũ Thị Quầy Gặp", "ai đó"));
        assertThatPage(get(mine, sender)).contains("Vũ Thị Quầy Gặp").doesNotContain("ai đó");
        assertThat(get("/desk/feedback/" + mine.substring(mine.lastIndexOf('/') + 1), met))
                .hasStatus(403);
        assertThatPage(get(redirect(complain(sender, "-", "Công chức quầy số 2")), sender))
                .contains("Công chức quầy số 2");
    }

    private MvcTestResult complain(AccountId account, String official, String other) {
        return pages.post()
                .uri("/feedback")
                .with(SignedIn.withForm(account))
                .param("key", UUID.randomUUID().toString())
                .param("kind", "complaint")
                .param("about", "official")
                .param("unit", people.commune().value().toString())
                .param("official", official)
                .param("other", other)
                .param("words", "Nói năng khó nghe")
                .exchange();
    }

    private MvcTestResult name(String desk, AccountId account, String official) {
        return pages.post()
                .uri(desk + "/official")
                .with(SignedIn.withForm(account))
                .param("official", official)
                .exchange();
    }

    @Test
    void keepsWhatWasTypedAndNamesTheField() {
        AccountId account = account(people.resident("Đặng Thị Sai"));

        MvcTestResult wrong = pages.post()
                .uri("/feedback")
                .with(SignedIn.withForm(account))
                .param("key", UUID.randomUUID().toString())
                .param("kind", "complaint")
                .param("about", "dossier")
                .param("dossier", "H24.0-000000-0000")
                .param("words", "Chờ quá lâu")
                .exchange();

        assertThat(wrong).hasStatus(422);
        assertThatPage(wrong).hasErrorSummary("dossier").contains("Chờ quá lâu").hasNoDuplicateIds();
    }

    @Test
    void showsOnesOwnToNobodyElse() {
        AccountId account = account(people.resident("Đặng Thị Riêng"));
        AccountId stranger = account(people.resident("Đặng Văn Lạ"));
        String mine = redirect(send("/feedback", account, "publish", "yes"));
        String id = mine.substring(mine.lastIndexOf('/') + 1);

        for (String path :
                List.of(mine, mine + "/clock", "/feedback/" + id, "/my/feedback/nonsense", "/feedback/nonsense")) {
            assertThat(get(path, stranger)).hasStatus(404);
        }
        assertThat(get("/desk/feedback/" + id, stranger)).hasStatus(403);
    }

    @Test
    void asksTheDatabaseNoMoreForManyRowsThanForOne() {
        AccountId account = account(people.resident("Đặng Thị Nhiều"));
        send("/feedback", account, "publish", "yes");
        get("/my/feedback", account);
        long one = StatementCount.least(() -> get("/my/feedback", account));
        for (int i = 0; i < 3; i++) {
            send("/feedback", account, "publish", "yes");
        }

        assertThat(StatementCount.least(() -> get("/my/feedback", account))).isLessThanOrEqualTo(one);
    }

    private MvcTestResult send(String path, AccountId account, String... more) {
        var request = pages.post()
                .uri(path)
                .with(SignedIn.withForm(account))
                .param("key", UUID.randomUUID().toString())
                .param("kind", "complaint")
                .param("about", "unit")
                .param("unit", people.commune().value().toString())
                .param("words", "Chờ quá lâu");
        for (int i = 0; i < more.length; i += 2) {
            request = request.param(more[i], more[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult publish(String id, AccountId account, String question, String answer) {
        return pages.post()
                .uri("/desk/feedback/" + id + "/publication")
                .with(SignedIn.withForm(account))
                .param("do", "publish")
                .param("question", question)
                .param("answer", answer)
                .exchange();
    }

    private void act(String id, String outcome, @Nullable String reason, Reader by) {
        CaseSummary seen =
                cases.of("publicservice/feedback", UUID.fromString(id)).orElseThrow();
        String step = seen.step();
        cases.act(new TakeStep(
                seen.id(), seen.version(), step == null ? "" : step, outcome, reason, by, UUID.randomUUID()));
    }

    private MvcTestResult get(String path, AccountId account) {
        return pages.get().uri(path).with(SignedIn.as(account)).exchange();
    }

    private static String redirect(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }

    private static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }
}
