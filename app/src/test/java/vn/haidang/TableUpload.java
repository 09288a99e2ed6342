package vn.haidang;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;

/** An administrator who sends a table, sees what it would change and saves what was shown. */
public final class TableUpload {

    private final MockMvcTester pages;
    private final String path;
    private final AccountId administrator;

    /** @param path where the table is sent; what was shown is saved below it */
    public TableUpload(MockMvcTester pages, Accounts accounts, String path) {
        this.pages = pages;
        this.path = path;
        this.administrator = accounts.create(
                new Accounts.NewAccount("tables-" + UuidCreator.getTimeOrderedEpoch(), "Vũ Thị Bảng", null, null));
        accounts.appoint(
                administrator,
                UnitId.ofKey("commune-11311-c"),
                Role.ADMINISTRATOR,
                "quản trị",
                LocalDate.of(2025, 7, 1),
                null);
    }

    public AccountId administrator() {
        return administrator;
    }

    public MvcTestResult upload(String csv) {
        return pages.post()
                .uri(path)
                .multipart()
                .file("file", csv.getBytes(UTF_8))
                .with(SignedIn.withForm(administrator))
                .exchange();
    }

    /** Saves what was shown, with everything the page says to send. */
    public MvcTestResult save(MvcTestResult shown) {
        var page = assertThatPage(shown).document();
        var fields = new HashMap<String, String>();
        for (var field : new String[] {"lines", "token"}) {
            fields.put(
                    field,
                    requireNonNull(page.selectFirst("input[name=" + field + "]"))
                            .val());
        }
        return post(path + "/save", fields);
    }

    public MvcTestResult post(String address, Map<String, String> form) {
        var request = pages.post().uri(address).with(SignedIn.withForm(administrator));
        for (var field : form.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    public MvcTestResult get(String address) {
        return pages.get().uri(address).with(SignedIn.as(administrator)).exchange();
    }
}
