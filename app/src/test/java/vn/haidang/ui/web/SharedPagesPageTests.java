package vn.haidang.ui.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import vn.haidang.ui.PageContext;

@SpringJUnitWebConfig(PageContext.class)
class SharedPagesPageTests {

    @Autowired
    WebApplicationContext context;

    MockMvcTester pages;

    @BeforeEach
    void open() {
        pages = PageContext.open(context);
    }

    @Test
    void frontPageIsVietnameseAndOffersTheSearch() {
        var front = pages.get().uri("/").exchange();

        assertThatPage(front)
                .isVietnamese()
                .hasHeading("Làm việc với thành phố, ngay trên điện thoại")
                .has("form[action=/services][method=get] input[name=q]")
                .hasLink("Đăng nhập", "/sign-in?next=%2F");
    }

    @Test
    void frontPageIsEnglishForWhoChoseEnglish() {
        var front = pages.get().uri("/").cookie(new Cookie("language", "en")).exchange();

        assertThatPage(front).isEnglish().hasHeading("Deal with the city from your phone");
    }

    @Test
    void frontPageMakesNoSession() {
        var front = pages.get().uri("/").exchange();

        assertThat(front.getRequest().getSession(false)).isNull();
    }

    @Test
    void myPageGreetsWhoIsSignedIn() {
        var my = pages.get().uri("/my").header("Test-Name", "Phạm Thị Hoa").exchange();

        assertThatPage(my).hasHeading("Chào Phạm Thị Hoa").contains("Bạn chưa có hồ sơ nào");
    }
}
