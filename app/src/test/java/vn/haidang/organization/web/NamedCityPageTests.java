package vn.haidang.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.WebTest;
import vn.haidang.organization.internal.UnitTrees;

/** Another city's pages name that city. Everything is rolled back: the units belong to all tests. */
@WebTest
@Transactional
class NamedCityPageTests {

    private static final Cookie ENGLISH = new Cookie("language", "en");
    private static final Cookie VIETNAMESE = new Cookie("language", "vi");

    private final MockMvcTester pages;
    private final JdbcClient jdbc;
    private final UnitTrees trees;

    NamedCityPageTests(MockMvcTester pages, JdbcClient jdbc, UnitTrees trees) {
        this.pages = pages;
        this.jdbc = jdbc;
        this.trees = trees;
    }

    @BeforeEach
    void serveAnotherCity() {
        jdbc.sql("""
                        update organization.unit set name_now = 'Thành phố Đà Nẵng', name_en_now = 'Đà Nẵng City'
                        where key = 'city-31'""").update();
        trees.forget();
    }

    @AfterTransaction
    void forgetWhatWasRolledBack() {
        trees.forget();
        pages.get().uri("/").exchange();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/services", "/plan", "/units", "/sign-in", "/no-such-page"})
    void aroundEveryPageStandsTheNameOfTheCityServed(String path) {
        var vietnamese = document(path, VIETNAMESE);
        var english = document(path, ENGLISH);

        assertThat(vietnamese.title()).endsWith(" – Hải Đăng, Thành phố Đà Nẵng");
        assertThat(vietnamese.select(".hd-brand__city").text()).isEqualTo("Thành phố Đà Nẵng");
        assertThat(vietnamese.select(".hd-footer").text())
                .contains("để Thành phố Đà Nẵng làm dịch vụ công")
                .doesNotContain("Hải Phòng");
        assertThat(english.title()).endsWith(" – Hải Đăng, Đà Nẵng City");
        assertThat(english.select(".hd-brand__city").text()).isEqualTo("Đà Nẵng City");
        assertThat(english.select(".hd-footer").text())
                .contains("on which Đà Nẵng City provides")
                .doesNotContain("Hải Phòng");
    }

    @Test
    void thePlanAndThePhoneAppNameItToo() {
        assertThat(document("/plan", ENGLISH).select("main .hd-plan__lead").text())
                .contains("targets of Đà Nẵng City");
        assertThat(body("/manifest.webmanifest", ENGLISH)).contains("public services of Đà Nẵng City");
        assertThat(body("/manifest.webmanifest", VIETNAMESE)).contains("dịch vụ công Thành phố Đà Nẵng");
    }

    private Document document(String path, Cookie language) {
        return Jsoup.parse(body(path, language));
    }

    private String body(String path, Cookie language) {
        try {
            return pages.get()
                    .uri(path)
                    .accept("text/html", "*/*")
                    .cookie(language)
                    .exchange()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
