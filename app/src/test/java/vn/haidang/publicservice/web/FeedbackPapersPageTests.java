package vn.haidang.publicservice.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.Feedbacks;
import vn.haidang.publicservice.internal.once.PaperLookups;
import vn.haidang.publicservice.internal.once.PaperMatter;

/** The desk looks up what a paper would say before it asks the sender of a complaint or suggestion for it. */
@WebTest
class FeedbackPapersPageTests {

    private final MockMvcTester pages;
    private final Feedbacks feedbacks;
    private final PaperLookups lookups;
    private final Applicant people;

    FeedbackPapersPageTests(
            MockMvcTester pages, Feedbacks feedbacks, PaperLookups lookups, ApplicationContext context) {
        this.pages = pages;
        this.feedbacks = feedbacks;
        this.lookups = lookups;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
    }

    @Test
    void showsWhatIsHeldAndTakesTheReasonWhyTheSenderIsAskedAllTheSame() {
        Reader sender = people.resident("Đặng Thị Tra");
        Reader officer = people.officer("Trần Văn Tra", Role.ONE_STOP_OFFICER);
        Feedback sent = sent(null, sender);
        String desk = "/desk/feedback/" + sent.id().value();
        String papers = desk + "/papers";
        String ownCase = "/desk/cases/" + sent.caseId().value();
        for (String page : new String[] {desk, ownCase}) {
            assertThatPage(get(page, officer)).hasLink("Cần thêm giấy tờ? Tra cứu trước khi hỏi người dân", papers);
        }
        assertThatPage(get(papers, officer))
                .hasHeading("Tra cứu thay cho giấy tờ")
                .contains(sent.code())
                .doesNotContain("không có gì để tra cứu")
                .hasNoDuplicateIds();

        assertThatPage(post(papers, officer, "paper", "residence-confirmation"))
                .contains("Có trong cơ sở dữ liệu")
                .hasNoDuplicateIds();
        MvcTestResult none = post(papers, officer, "paper", "no-such");
        assertThat(none).hasStatus(422);
        assertThatPage(none).hasErrorSummary("paper");
        String lookup = lookups.of(PaperMatter.of(sent)).getFirst().id().toString();
        MvcTestResult unsaid = post(papers, officer, "act", "ask", "lookup", lookup, "failure", "wrong");
        assertThat(unsaid).hasStatus(422);
        assertThatPage(unsaid).hasErrorSummary("reason").hasNoDuplicateIds();
        assertThat(post(papers, officer, "act", "ask", "lookup", "none")).hasStatus(404);
        MvcTestResult said =
                post(papers, officer, "act", "ask", "lookup", lookup, "failure", "wrong", "reason", "Mới chuyển nơi ở");

        assertThat(said.getResponse().getRedirectedUrl()).isEqualTo(ownCase);
        assertThatPage(get(papers, officer)).contains("Mới chuyển nơi ở").hasNoDuplicateIds();
    }

    @Test
    void saysThatOfACallerNothingCanBeLookedUp() {
        Reader officer = people.officer("Trần Văn Quầy", Role.ONE_STOP_OFFICER);
        Feedback written = sent(new Feedbacks.Caller("Đặng Thị Quầy", "0912 345 678"), officer);
        String papers = "/desk/feedback/" + written.id().value() + "/papers";

        assertThatPage(get(papers, officer)).contains("không có gì để tra cứu").hasNoDuplicateIds();
        assertThatPage(post(papers, officer, "paper", "residence-confirmation"))
                .contains("Không tìm thấy dữ liệu.")
                .hasNoDuplicateIds();
    }

    @Test
    void isForWhoeverHandlesItAndNotForWhomItIsAbout() {
        Reader sender = people.resident("Đặng Thị Kín");
        Reader about = people.officer("Vũ Thị Kín", Role.ONE_STOP_OFFICER);
        Feedback sent = sent(null, sender);
        String papers = "/desk/feedback/" + sent.id().value() + "/papers";
        assertThat(get(papers, about)).hasStatus(200);
        feedbacks.nameOfficial(
                sent.id(), requireNonNull(about.account()), people.officer("Trần Văn Kín", Role.ONE_STOP_OFFICER));

        assertThat(get(papers, about)).hasStatus(403);
        assertThat(post(papers, about, "paper", "identity-card")).hasStatus(403);
        assertThat(get(papers, sender)).hasStatus(403);
        assertThat(lookups.of(PaperMatter.of(sent))).isEmpty();
    }

    private Feedback sent(Feedbacks.@Nullable Caller caller, Reader by) {
        var id = feedbacks.send(new Feedbacks.Sending(
                Feedback.Kind.COMPLAINT,
                Feedback.About.UNIT,
                "",
                "",
                people.commune(),
                "",
                "Chờ quá lâu",
                false,
                caller,
                UUID.randomUUID(),
                by));
        return caller == null ? feedbacks.mine(id, by) : feedbacks.atDesk(id, by);
    }

    private MvcTestResult get(String path, Reader reader) {
        return pages.get().uri(path).with(SignedIn.as(account(reader))).exchange();
    }

    private MvcTestResult post(String path, Reader reader, String... typed) {
        var request = pages.post().uri(path).with(SignedIn.withForm(account(reader)));
        for (int i = 0; i < typed.length; i += 2) {
            request = request.param(typed[i], typed[i + 1]);
        }
        return request.exchange();
    }

    private static AccountId account(Reader reader) {
        return requireNonNull(reader.account());
    }
}
