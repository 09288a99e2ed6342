package vn.haidang.form.web.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.form.internal.Definitions;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.Units;
import vn.haidang.reference.ReferenceData;

/** An administrator at the desk of forms. */
final class FormDeskVisit {

    private final MockMvcTester pages;
    private final Definitions definitions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final Units units;
    private final AccountId administrator;

    FormDeskVisit(
            MockMvcTester pages,
            Definitions definitions,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Accounts accounts,
            Units units,
            ReferenceData reference) {
        reference.load();
        this.pages = pages;
        this.definitions = definitions;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.accounts = accounts;
        this.units = units;
        this.administrator = official(Role.ADMINISTRATOR);
    }

    AccountId administrator() {
        return administrator;
    }

    AccountId official(Role role) {
        AccountId account = accounts.create(
                new Accounts.NewAccount("forms-" + UuidCreator.getTimeOrderedEpoch(), "Vũ Thị Biểu", null, null));
        LocalDate day = LocalDate.of(2025, 7, 1);
        accounts.appoint(account, units.city(LocalDate.of(2026, 3, 2)).id(), role, "Quản trị", day, null);
        return account;
    }

    /** Drafts and what was published here are gone. */
    void forget() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from form.definition where published_at is not null and not used")
                    .update();
            jdbc.sql("delete from form.definition_draft").update();
            definitions.changed();
        });
    }

    /** The address of a question in a draft begun from the version in force. */
    String begun(String form, String field) {
        int version = definitions.current(form).orElseThrow().version();
        assertThat(post("/admin/forms/" + form, "do", "begin", "version", String.valueOf(version)))
                .hasStatus(302);
        return address("/admin/forms/" + form + "/draft", field);
    }

    /** The number of a question. */
    String question(String outline, String field) {
        String address = address(outline, field);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private String address(String outline, String field) {
        return Jsoup.parse(body(get(outline))).select("ol ul li").stream()
                .filter(line -> line.select(".hd-quiet").text().equals(field))
                .map(line -> line.select("a").attr("href"))
                .findFirst()
                .orElseThrow();
    }

    /** Presses a button that removes a page, and the one that says so again. */
    void remove(String outline, String page, String... typed) {
        String[] sent = java.util.Arrays.copyOf(typed, typed.length + 4);
        sent[typed.length] = "do";
        sent[typed.length + 1] = "remove " + page;
        sent[typed.length + 2] = "sure";
        sent[typed.length + 3] = "";
        MvcTestResult asked = post(outline, sent);
        assertThat(asked).hasRedirectedUrl(outline + "?remove=" + page + "#sure");
        sent[typed.length + 3] = sure(outline, page);
        assertThat(post(outline, sent)).hasRedirectedUrl(outline + "?done=removed");
    }

    /** What the page that asks again sends along. */
    String sure(String outline, String page) {
        return Jsoup.parse(body(get(outline + "?remove=" + page)))
                .select("input[name=sure]")
                .val();
    }

    /** Where a button led, without what was done. */
    static String to(MvcTestResult result) {
        String address = result.getResponse().getRedirectedUrl();
        assertThat(address).isNotNull();
        return String.valueOf(address).replaceAll("\\?.*", "");
    }

    MvcTestResult get(String address) {
        return pages.get().uri(address).with(SignedIn.as(administrator)).exchange();
    }

    MvcTestResult post(String address, String... parameters) {
        var request = pages.post().uri(address).with(SignedIn.withForm(administrator));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
