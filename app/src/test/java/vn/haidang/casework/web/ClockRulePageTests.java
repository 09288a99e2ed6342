package vn.haidang.casework.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.casework.DeclaredClockRules;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;

/** Administrators set a clock rule from a day to come on, having seen what holds before and after. */
@WebTest
class ClockRulePageTests {

    private static final String PATH = "/admin/clock-rules";

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final LocalDate today;

    ClockRulePageTests(MockMvcTester pages, Accounts accounts, MovableClock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.today = LocalDate.now(clock);
    }

    @BeforeEach
    @AfterEach
    void asShipped() {
        DeclaredClockRules.forget();
    }

    @Test
    void showsBeforeAndAfterThenKeepsTheNewValueBesideTheOld() {
        assertThatPage(get(PATH)).hasLink("Đặt mức mới: Số lần hẹn lại nhiều nhất", PATH + "/change?rule=extensions");
        var asked = get(PATH + "/change?rule=extensions");
        assertThatPage(asked)
                .hasHeading("Số lần hẹn lại nhiều nhất")
                .hasField("amount", "1")
                .contains("Sớm nhất là " + plain(today.plusDays(1)))
                .hasNoDuplicateIds();

        var shown = post(PATH + "/change", typed(seen(asked), "2", today.plusDays(1)));
        assertThatPage(shown)
                .hasHeading("Kiểm tra mức mới")
                .contains("1 lần")
                .contains("2 lần")
                .contains("khoản 2 Điều 5, Nội quy đặt thử")
                .contains("Thống nhất trong thành phố")
                .doesNotContain("người khác")
                .hasNoDuplicateIds();
        assertThatPage(get(PATH)).doesNotContain("Nội quy đặt thử");

        assertThat(save(shown)).hasRedirectedUrl(PATH + "?done=1");
        assertThatPage(get(PATH + "?done=1"))
                .contains("Đã lưu.")
                .contains("từ 01/01/2018 đến " + plain(today))
                .contains("từ " + plain(today.plusDays(1)))
                .contains("Lý do đổi: Thống nhất trong thành phố")
                .hasNoDuplicateIds();
        assertThat(save(shown)).hasRedirectedUrl(PATH + "?done=1");
    }

    @Test
    void refusesBesideItsFieldWhatIsMissingAndDaysGoneBy() {
        assertThatPage(post(PATH + "/change", Map.of("rule", "silence")))
                .hasErrorSummary("amount", "unit", "from", "notice", "document", "confidence", "reason");
        String seen = seen(get(PATH + "/change?rule=extensions"));
        for (LocalDate day : new LocalDate[] {today, today.minusDays(1)}) {
            var refused = post(PATH + "/change", typed(seen, "2", day));
            assertThat(refused).hasStatus(422);
            assertThatPage(refused)
                    .hasErrorSummary("from")
                    .has("[data-code='casework/clock-rule-day-past']")
                    .has("#from-error")
                    .hasField("document", "Nội quy đặt thử");
            assertThat(post(PATH + "/save", typed(seen, "2", day))).hasStatus(422);
        }
        assertThatPage(post(PATH + "/change", typed(seen, "-1", today.plusDays(1))))
                .hasErrorSummary("amount");
        assertThat(get(PATH + "/change?rule=nothing")).hasStatus(404);
        assertThatPage(get(PATH)).doesNotContain("Nội quy đặt thử");
    }

    @Test
    void theSecondAdministratorSeesWhatTheFirstDid() {
        String seen = seen(get(PATH + "/change?rule=extensions"));
        var ours = post(PATH + "/change", typed(seen, "0", today.plusDays(9)));
        var same = post(PATH + "/change", typed(seen, "3", today.plusDays(5)));
        save(post(PATH + "/change", typed(seen, "2", today.plusDays(5))));

        var other = save(ours);
        assertThat(other).hasStatus(409);
        assertThatPage(other)
                .contains("người khác đã đặt mức mới")
                .contains("2 lần")
                .contains("0 lần");
        var taken = save(same);
        assertThat(taken).hasStatus(409);
        assertThatPage(taken)
                .hasErrorSummary("from")
                .has("[data-code='casework/clock-rule-day-taken']")
                .contains("người khác đã đặt mức mới")
                .contains("2 lần, từ " + plain(today.plusDays(5)));
        assertThatPage(post(PATH + "/change", typed(seen, "0", today.plusDays(8))))
                .contains("người khác đã đặt mức mới");

        assertThat(save(other)).hasRedirectedUrl(PATH + "?done=1");
        assertThatPage(get(PATH))
                .contains("từ " + plain(today.plusDays(5)) + " đến " + plain(today.plusDays(8)))
                .contains("từ " + plain(today.plusDays(9)));
    }

    @Test
    void takesBackAValueBeforeItsFirstDayForAReason() {
        String day = today.plusDays(5).toString();
        save(post(PATH + "/change", typed(seen(get(PATH + "/change?rule=extensions")), "2", today.plusDays(5))));
        String path = PATH + "/withdraw?rule=extensions&from=" + day;
        assertThatPage(get(PATH))
                .hasLink("Bỏ mức này: Số lần hẹn lại nhiều nhất, từ " + plain(today.plusDays(5)), path);
        var asked = get(path);
        assertThatPage(asked)
                .hasHeading("Bỏ mức chưa áp dụng")
                .contains("2 lần, từ " + plain(today.plusDays(5)))
                .hasNoDuplicateIds();
        Map<String, String> form = new HashMap<>(Map.of("rule", "extensions", "from", day, "seen", seen(asked)));
        var silent = post(PATH + "/withdraw", form);
        assertThat(silent).hasStatus(422);
        assertThatPage(silent).hasErrorSummary("reason");
        form.put("reason", "Ghi nhầm ngày");
        save(post(PATH + "/change", typed(seen(get(PATH + "/change?rule=extensions")), "3", today.plusDays(9))));
        var meanwhile = post(PATH + "/withdraw", form);
        assertThat(meanwhile).hasStatus(409);
        assertThatPage(meanwhile).contains("người khác đã đặt mức mới").hasField("reason", "Ghi nhầm ngày");

        form.put("seen", seen(meanwhile));
        assertThat(post(PATH + "/withdraw", form)).hasRedirectedUrl(PATH + "?done=withdrawn");
        assertThatPage(get(PATH + "?done=withdrawn"))
                .contains("Đã bỏ mức chưa áp dụng.")
                .contains("3 lần")
                .doesNotContain("2 lần")
                .doesNotContain("đến " + plain(today.plusDays(4)));
        assertThat(get(path)).hasRedirectedUrl(PATH + "?done=gone");
        assertThatPage(get(PATH + "?done=gone")).contains("có thể người khác đã bỏ");
        assertThat(post(PATH + "/withdraw", form)).hasStatus(404);
        assertThat(get(PATH + "/withdraw?rule=extensions&from=x")).hasStatus(404);
    }

    @Test
    void speaksEnglish() {
        save(post(PATH + "/change", typed(seen(get(PATH + "/change?rule=extensions")), "2", today.plusDays(5))));
        for (String path : new String[] {
            PATH,
            PATH + "/change?rule=apology",
            PATH + "/change?rule=data-access",
            PATH + "/withdraw?rule=extensions&from=" + today.plusDays(5)
        }) {
            assertThatPage(pages.get()
                            .uri(path)
                            .with(SignedIn.as(administrator()))
                            .cookie(new Cookie("language", "en"))
                            .exchange())
                    .isEnglish();
        }
        assertThatPage(pages.get()
                        .uri(PATH)
                        .with(SignedIn.as(administrator()))
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .contains("1 time")
                .doesNotContain("1 times")
                .doesNotContain(" 1 working days");
    }

    private static Map<String, String> typed(String seen, String amount, LocalDate from) {
        Map<String, String> form = new HashMap<>();
        form.put("rule", "extensions");
        form.put("seen", seen);
        form.put("amount", amount);
        form.put("from", from.toString());
        form.put("notice", "Hẹn lại theo quy chế");
        form.put("document", "Nội quy đặt thử");
        form.put("article", "khoản 2 Điều 5");
        form.put("confidence", "I");
        form.put("reason", "Thống nhất trong thành phố");
        return form;
    }

    private static String seen(MvcTestResult asked) {
        return Objects.requireNonNull(assertThatPage(asked).document().selectFirst("input[name=seen]"))
                .val();
    }

    private MvcTestResult save(MvcTestResult shown) {
        Map<String, String> fields = new HashMap<>();
        assertThatPage(shown)
                .document()
                .select("form[action='" + PATH + "/save'] input[type=hidden]:not([name=_csrf])")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        return post(PATH + "/save", fields);
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = pages.post().uri(path).with(SignedIn.withForm(administrator()));
        for (var field : form.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return pages.get().uri(path).with(SignedIn.as(administrator())).exchange();
    }

    private static String plain(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    private AccountId administrator() {
        AccountId account = accounts.create(
                new Accounts.NewAccount("rules-" + UuidCreator.getTimeOrderedEpoch(), "Quản trị đồng hồ", null, null));
        accounts.appoint(
                account,
                UnitId.ofKey("commune-11311-c"),
                Role.ADMINISTRATOR,
                "quản trị",
                LocalDate.of(2025, 7, 1),
                null);
        return account;
    }
}
