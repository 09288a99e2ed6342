package vn.haidang.publicservice.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.SignedIn;
import vn.haidang.journal.Actor;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Applications;
import vn.haidang.registry.Businesses;

/** A key is looked up with plain buttons: what it named, or that it named nothing, stands beside it in the reader's language. */
@WebTest
class LookupQuestionPageTests {

    private static final AtomicInteger NUMBER = new AtomicInteger(61_000_000);
    private static final String KEY = "business.number";

    private final MockMvcTester pages;
    private final Businesses businesses;
    private final Clock clock;
    private final Applicant people;
    private final Reader reader;
    private final DraftId draft;

    LookupQuestionPageTests(
            MockMvcTester pages,
            Applications applications,
            Businesses businesses,
            Clock clock,
            ApplicationContext context) {
        this.pages = pages;
        this.businesses = businesses;
        this.clock = clock;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.reader = people.resident("Phạm Thị Khóa");
        this.draft = applications.prepare("2.000720", people.commune(), reader);
    }

    @Test
    void showsWhatTheKeyNamedAndAsksItsNameOnlyAsACorrection() {
        String number = number();
        businesses.record(
                new Businesses.NewBusiness(
                        number,
                        "Công ty Hoa Phượng",
                        "company",
                        people.commune(),
                        "Số 9 Bến Bính",
                        "business-register",
                        LocalDate.now(clock).minusYears(1)),
                Actor.SYSTEM);
        assertThatPage(get("vi"))
                .has("button[name=look-up][value=" + KEY + "]:contains(Tra cứu)")
                .has("input[name=" + KEY + "]")
                .hasNoDuplicateIds();

        MvcTestResult sent = post(KEY, number, Drafts.LOOK_UP, KEY);

        assertThat(sent).hasStatus(302).hasRedirectedUrl(path());
        assertThatPage(get("vi"))
                .hasField(KEY, number)
                .has("[id=" + KEY + "-known]:contains(Tìm thấy: Công ty Hoa Phượng)")
                .has("[id=" + KEY + "-known]:contains(Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp)")
                .has("input[aria-describedby~=" + KEY + "-known]")
                .has("[id=business.name].hd-locked:contains(Công ty Hoa Phượng)")
                .has("button[name=unlock][value=business.name]")
                .hasNoDuplicateIds();
        assertThatPage(get("en"))
                .has("[id=" + KEY + "-known]:contains(Found: Công ty Hoa Phượng)")
                .has("button[name=look-up]:contains(Look up)")
                .isEnglish();
        assertThat(post(KEY, number)).hasRedirectedUrl(path().replace("/business", "/what"));
    }

    @Test
    void saysThatAKeyNamesNothingOrIsNoneAndKeepsWhatWasTyped() {
        assertThat(post(KEY, number(), "business.name", "Quán nhỏ", Drafts.LOOK_UP, KEY))
                .hasStatus(302);
        assertThatPage(get("vi"))
                .has("[id=" + KEY + "-nothing]:contains(Không tìm thấy mã này)")
                .has("input[aria-describedby~=" + KEY + "-nothing]")
                .hasField("business.name", "Quán nhỏ")
                .hasNoDuplicateIds();
        assertThatPage(get("en"))
                .has("[id=" + KEY + "-nothing]:contains(Nothing found by this key)")
                .isEnglish();

        MvcTestResult none = post(KEY, "mã nhà tôi", "business.name", "Quán nhỏ", Drafts.LOOK_UP, KEY);
        assertThat(none).hasStatus(422);
        assertThatPage(none)
                .has("[id=" + KEY + "-error]:contains(mã số gồm 10 ký tự)")
                .has(".govuk-error-summary a[href=#" + KEY + "]")
                .hasField(KEY, "mã nhà tôi")
                .hasField("business.name", "Quán nhỏ")
                .hasNoDuplicateIds();
    }

    private String path() {
        return "/apply/2.000720/" + draft.value() + "/business";
    }

    private static String number() {
        return "08%08d".formatted(NUMBER.incrementAndGet());
    }

    private MvcTestResult get(String language) {
        return pages.get()
                .uri(path())
                .cookie(new Cookie("language", language))
                .with(SignedIn.as(requireNonNull(reader.account())))
                .exchange();
    }

    private MvcTestResult post(String... sent) {
        var request = pages.post().uri(path()).with(SignedIn.withForm(requireNonNull(reader.account())));
        for (int i = 0; i < sent.length; i += 2) {
            request = request.param(sent[i], sent[i + 1]);
        }
        return request.exchange();
    }
}
