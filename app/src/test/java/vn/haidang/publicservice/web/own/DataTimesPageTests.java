package vn.haidang.publicservice.web.own;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.casework.DeclaredClockRules;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.internal.own.DataTerms;

/** P9: administrators set the times of requests about personal data; what was promised before stays as it was. */
@WebTest
class DataTimesPageTests {

    private static final String PATH = "/admin/clock-rules";

    private final MockMvcTester pages;
    private final DataTerms terms;
    private final LocalDate today;
    private final AccountId administrator;

    DataTimesPageTests(MockMvcTester pages, MovableClock clock, ApplicationContext context) {
        this.pages = pages;
        this.terms = context.getBean(DataTerms.class);
        this.today = LocalDate.now(clock);
        this.administrator = Objects.requireNonNull(context.getAutowireCapableBeanFactory()
                .createBean(Applicant.class)
                .officer("Quản trị dữ liệu", Role.ADMINISTRATOR)
                .account());
    }

    @BeforeEach
    @AfterEach
    void asShipped() {
        DeclaredClockRules.forget();
    }

    @Test
    void setsTimesAndUnitsFromADayOnAndDaysGoneByKeepTheirs() {
        LocalDate from = today.plusDays(3);
        assertThatPage(get(PATH))
                .contains("Báo đã nhận trong 2 ngày làm việc; trả lời trong 10 ngày đến 20 ngày; gia hạn một lần,"
                        + " thêm nhiều nhất 15 ngày")
                .hasLink("Đặt mức mới: Yêu cầu biết và xem dữ liệu cá nhân", PATH + "/change?rule=data-access");
        var asked = get(PATH + "/change?rule=data-access");
        assertThatPage(asked)
                .hasHeading("Yêu cầu biết và xem dữ liệu cá nhân")
                .hasField("acknowledge", "2")
                .hasField("least", "10")
                .hasField("amount", "20")
                .hasField("extension", "15")
                .contains("Yêu cầu gửi trước đó giữ ngày đã hứa")
                .contains("trả lời trong 3 ngày; không gia hạn, từ 01/07/2023")
                .hasNoDuplicateIds();
        DataTerms.Right shipped = on(today);

        Map<String, String> typed = typed(asked, from);
        var shown = post(PATH + "/change", typed);
        assertThatPage(shown)
                .hasHeading("Kiểm tra mức mới")
                .contains("trả lời trong 10 ngày đến 20 ngày")
                .contains(
                        "Báo đã nhận trong 8 giờ làm việc; trả lời trong 12 ngày làm việc; gia hạn một lần, thêm nhiều nhất"
                                + " 5 ngày làm việc");
        assertThat(on(from)).isEqualTo(shipped);

        assertThat(post(PATH + "/save", hidden(shown))).hasRedirectedUrl(PATH + "?done=1");
        assertThatPage(get(PATH)).contains("Quy chế dữ liệu thử").contains("từ " + plain(from));
        assertThat(on(from.minusDays(1))).isEqualTo(shipped);
        assertThat(on(from))
                .isEqualTo(new DataTerms.Right(
                        "access", "8wh", null, "12wd", "5wd", "khoản 3 Điều 9, Quy chế dữ liệu thử", "I"));
        assertThat(terms.on(from)).hasSameSizeAs(terms.on(today));
        assertThat(terms.right("correct", from)).isEqualTo(terms.right("correct", today));
    }

    @Test
    void refusesBesideItsFieldWhatDoesNotFit() {
        var asked = get(PATH + "/change?rule=data-access");
        Map<String, String> form = typed(asked, today.plusDays(3));
        form.putAll(Map.of("least", "12", "extension", "", "acknowledge", "0", "unit", "wh", "acknowledgeUnit", "y"));
        var refused = post(PATH + "/change", form);
        assertThat(refused).hasStatus(422);
        assertThatPage(refused)
                .hasErrorSummary("unit", "acknowledge", "acknowledgeUnit", "least", "extension")
                .hasField("document", "Quy chế dữ liệu thử");
        assertThat(post(PATH + "/save", form)).hasStatus(422);
        assertThat(get(PATH + "/change?rule=data-nothing")).hasStatus(404);
    }

    private DataTerms.Right on(LocalDate day) {
        return terms.right("access", day).orElseThrow();
    }

    private static Map<String, String> typed(MvcTestResult asked, LocalDate from) {
        Map<String, String> form = new HashMap<>();
        form.put("rule", "data-access");
        form.put(
                "seen",
                Objects.requireNonNull(assertThatPage(asked).document().selectFirst("input[name=seen]"))
                        .val());
        form.put("acknowledge", "8");
        form.put("acknowledgeUnit", "wh");
        form.put("least", "");
        form.put("amount", "12");
        form.put("unit", "wd");
        form.put("extension", "5");
        form.put("from", from.toString());
        form.put("notice", "Trả lời trong 12 ngày làm việc");
        form.put("document", "Quy chế dữ liệu thử");
        form.put("article", "khoản 3 Điều 9");
        form.put("confidence", "I");
        form.put("reason", "Rút ngắn");
        return form;
    }

    private static Map<String, String> hidden(MvcTestResult shown) {
        Map<String, String> fields = new HashMap<>();
        assertThatPage(shown)
                .document()
                .select("form[action='" + PATH + "/save'] input[type=hidden]:not([name=_csrf])")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        return fields;
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = pages.post().uri(path).with(SignedIn.withForm(administrator));
        for (var field : form.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return pages.get().uri(path).with(SignedIn.as(administrator)).exchange();
    }

    private static String plain(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }
}
