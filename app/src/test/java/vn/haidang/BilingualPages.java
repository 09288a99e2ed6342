package vn.haidang;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.SignedIn;

/** Pages as somebody reads them who chose a language, {@code vi} or {@code en}. */
public record BilingualPages(MockMvcTester pages) {

    public MvcTestResult get(String path, AccountId account, String language) {
        return pages.get()
                .uri(path)
                .with(SignedIn.as(account))
                .cookie(new Cookie("language", language))
                .exchange();
    }

    public MvcTestResult get(String path, Reader reader, String language) {
        return get(path, Objects.requireNonNull(reader.account()), language);
    }
}
