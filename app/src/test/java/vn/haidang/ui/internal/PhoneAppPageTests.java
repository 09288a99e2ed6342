package vn.haidang.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.WebTest;

@WebTest
class PhoneAppPageTests {

    private static final Pattern SHELL = Pattern.compile("const shell = (\\{.*});");

    private final MockMvcTester pages;
    private final JsonMapper json;

    PhoneAppPageTests(MockMvcTester pages, JsonMapper json) {
        this.pages = pages;
        this.json = json;
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
        assertThat(pages.get().uri(named.required("offline").stringValue()).exchange())
                .hasStatusOk();
    }

    @Test
    void thePageShownWithoutANetworkSpeaksTheVisitorsLanguageWithoutTheirCookies() {
        assertThat(body("/sw.js", new Cookie("language", "en"))).contains("/offline?language=en");
        assertThat(body("/offline?language=en")).contains("No network");
        assertThat(body("/offline")).contains("Đang mất mạng");
        assertThat(body("/offline?language=en", new Cookie("language", "vi"))).contains("Đang mất mạng");
    }

    private String body(String path, Cookie... cookies) {
        var request = pages.get().uri(path);
        if (cookies.length > 0) {
            request = request.cookie(cookies);
        }
        return new String(request.exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
