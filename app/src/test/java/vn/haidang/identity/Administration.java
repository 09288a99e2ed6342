package vn.haidang.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.organization.UnitId;

/** The pages of administrators, as a new one of them asks for each. */
public record Administration(MockMvcTester pages, Accounts accounts) {

    public MvcTestResult post(String path, Map<String, String> form) {
        var request = pages.post().uri(path).with(SignedIn.withForm(administrator()));
        for (var field : form.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    public MvcTestResult get(String path) {
        return pages.get().uri(path).with(SignedIn.as(administrator())).exchange();
    }

    public AccountId administrator() {
        var account = account();
        accounts.appoint(
                account,
                UnitId.ofKey("commune-11311-c"),
                Role.ADMINISTRATOR,
                "quản trị",
                LocalDate.of(2025, 7, 1),
                null);
        return account;
    }

    /** Somebody who holds nothing. */
    public AccountId account() {
        return accounts.create(new Accounts.NewAccount(
                "administration-" + UuidCreator.getTimeOrderedEpoch(), "Người quản trị", null, null));
    }
}
