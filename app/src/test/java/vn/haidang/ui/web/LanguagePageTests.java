package vn.haidang.ui.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import vn.haidang.ui.PageContext;

@SpringJUnitWebConfig(PageContext.class)
class LanguagePageTests {

    @Autowired
    WebApplicationContext context;

    MockMvcTester pages;

    @BeforeEach
    void open() {
        pages = PageContext.open(context);
    }

    @Test
    void rememberedAndBackWhereOneWas() {
        var answer = pages.get().uri("/language?to=en&back=/services?q=a").exchange();

        assertThat(answer).hasRedirectedUrl("/services?q=a");
        assertThat(answer).cookies().hasValue("language", "en");
        assertThat(answer).cookies().isHttpOnly("language", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example", "evil", "/{x}"})
    void neverLeadsElsewhere(String back) {
        var answer = pages.get()
                .uri("/language")
                .param("to", "en")
                .param("back", back)
                .exchange();

        assertThat(answer).hasRedirectedUrl("/");
    }

    @Test
    void unknownLanguageIsVietnamese() {
        var answer = pages.get().uri("/language?to=fr").exchange();

        assertThat(answer).cookies().hasValue("language", "vi");
    }
}
