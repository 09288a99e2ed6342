package vn.haidang.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.haidang.HaidangApplication;
import vn.haidang.TestDatabase;
import vn.haidang.WebTest;
import vn.haidang.identity.Accounts;

@WebTest
class RestartPageTests {

    private final MockMvcTester pages;
    private final Accounts accounts;

    RestartPageTests(MockMvcTester pages, Accounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    @Test
    void whoSignedInAtOneProcessIsSignedInAtTheNext() throws Exception {
        var cookie = signIn();

        try (var next = new SpringApplicationBuilder(HaidangApplication.class)
                        .initializers(new TestDatabase())
                        .run();
                var browser = HttpClient.newHttpClient()) {
            var port = Objects.requireNonNull(((ServletWebServerApplicationContext) next).getWebServer())
                    .getPort();
            var my = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/my"));

            var signedIn = browser.send(my.copy().header("Cookie", cookie).build(), BodyHandlers.ofString());
            var visitor = browser.send(my.build(), BodyHandlers.ofString());

            assertThat(signedIn.statusCode()).isEqualTo(200);
            assertThat(signedIn.body()).contains("Lê Văn Bền");
            assertThat(visitor.statusCode()).isEqualTo(302);
        }
    }

    private String signIn() {
        var username = "restart-" + UUID.randomUUID();
        accounts.create(new Accounts.NewAccount(username, "Lê Văn Bền", null, "bền như hải đăng"));
        var signedIn = pages.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", username)
                .param("password", "bền như hải đăng")
                .exchange();
        var cookie = Objects.requireNonNull(signedIn.getResponse().getCookie("haidang"));
        return cookie.getName() + "=" + cookie.getValue();
    }
}
