package vn.haidang.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.SignedIn;

@WebTest
class PhoneAppPageTests {

    private static final Pattern WHOSE = Pattern.compile("data-whose=\"([^\"]*)\"");
    private static final Pattern SHELL = Pattern.compile("const shell = (\\{.*});");

    private final MockMvcTester pages;
    private final JsonMapper json;
    private final Accounts accounts;

    PhoneAppPageTests(MockMvcTester pages, JsonMapper json, Accounts accounts) {
        this.pages = pages;
        this.json = json;
        this.accounts = accounts;
    }

    @Test
    void theManifestNamesPicturesThatAreThereAndTheVisitorsLanguage() {
        var manifest = json.readTree(body("/manifest.webmanifest"));

        assertThat(manifest.required("lang").stringValue()).isEqualTo("vi");
        assertThat(manifest.required("display").stringValue()).isEqualTo("standalone");
        assertThat(manifest.required("icons"))
                .hasSize(3)
                .allSatisfy(icon -> assertThat(new ClassPathResource(
                                        "static" + icon.required("src").stringValue())
                                .exists())
                        .isTrue());
        assertThat(body("/manifest.webmanifest", new Cookie("language", "en"))).contains("public services of");
        assertThat(body("/", new Cookie("language", "en"))).contains("href=\"/manifest.webmanifest?language=en\"");
        assertThat(body("/manifest.webmanifest?language=en")).contains("public services of");
    }

    @Test
    void theWorkerIsAskedForAnewAndKeepsOnlyWhatIsThere() {
        var answer = pages.get().uri("/sw.js").exchange();
        assertThat(answer).hasHeader("Cache-Control", "no-cache");

        var shell = SHELL.matcher(body("/sw.js"));
        assertThat(shell.find()).isTrue();
        var named = json.readTree(shell.group(1));
        assertThat(named.required("assets"))
                .isNotEmpty()
                .allSatisfy(asset -> assertThat(new ClassPathResource("static" + asset.stringValue()).exists())
                        .isTrue());
        assertThat(named.required("offline"))
                .hasSize(2)
                .allSatisfy(
                        page -> assertThat(pages.get().uri(page.stringValue()).exchange())
                                .hasStatusOk());
    }

    @Test
    void theWorkerIsTheSameInEveryLanguage() {
        assertThat(body("/sw.js", new Cookie("language", "en"))).isEqualTo(body("/sw.js"));
    }

    @Test
    void thePageShownWithoutANetworkSpeaksTheVisitorsLanguageWithoutTheirCookies() {
        assertThat(body("/sw.js")).contains("/offline?language=en");
        assertThat(body("/offline?language=en")).contains("No network");
        assertThat(body("/offline")).contains("Đang mất mạng");
        assertThat(body("/offline?language=en", new Cookie("language", "vi"))).contains("Đang mất mạng");
    }

    @Test
    void aPageForThePhoneSaysWhoseItIsWithoutTellingWho() {
        AccountId na = account();
        String mark = mark(na);

        assertThat(mark).isNotBlank().isEqualTo(mark(na)).isNotEqualTo(mark(account()));
        assertThat(mark).doesNotContain(na.value().toString());
        assertThat(body("/offline")).contains("data-whose=\"\"");
    }

    private String mark(AccountId account) {
        String page = new String(
                pages.get()
                        .uri("/offline")
                        .with(SignedIn.as(account))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        var whose = WHOSE.matcher(page);
        assertThat(whose.find()).isTrue();
        return whose.group(1);
    }

    private AccountId account() {
        return accounts.create(new Accounts.NewAccount("na-" + UUID.randomUUID(), "Nguyễn Thị Na", null, null));
    }

    private String body(String path, Cookie... cookies) {
        var request = pages.get().uri(path);
        if (cookies.length > 0) {
            request = request.cookie(cookies);
        }
        return new String(request.exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
