package vn.haidang.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@SpringJUnitWebConfig(PageContext.class)
class AccessGuardPageTests {

    @Autowired
    WebApplicationContext context;

    MockMvcTester pages;

    @BeforeEach
    void open() {
        pages = PageContext.open(context);
    }

    @Test
    void letsPassWhoMayDoTheAction() {
        var answer = pages.get()
                .uri("/test/guarded")
                .header(HeaderPolicy.NAME, "Hoa")
                .header(HeaderPolicy.ACTIONS, "casework/accept")
                .exchange();

        assertThat(answer).hasRedirectedUrl("/passed");
    }

    @Test
    void refusesWhoMayNot() {
        var answer = pages.get()
                .uri("/test/guarded")
                .header(HeaderPolicy.NAME, "Hoa")
                .header(HeaderPolicy.ACTIONS, "casework/read")
                .exchange();

        assertThat(answer).hasStatus(403);
        assertThatPage(answer).hasHeading("Bạn không được phép xem hoặc làm việc này");
    }

    @Test
    void sendsAVisitorToSignInAndBack() {
        var answer = pages.get().uri("/test/guarded?tab=2").accept("text/html").exchange();

        assertThat(answer).hasRedirectedUrl("/sign-in?next=%2Ftest%2Fguarded%3Ftab%3D2");
    }

    @Test
    void tellsAVisitorWhoActsToSignInFirst() {
        var answer = pages.post().uri("/test/guarded").accept("text/html").exchange();

        assertThat(answer).hasStatus(401);
        assertThatPage(answer).hasHeading("Bạn cần đăng nhập trước").contains("điều bạn đã gõ vẫn còn");
    }

    @Test
    void tellsAProgramToSignInFirst() {
        var answer = pages.get().uri("/test/guarded").accept("application/json").exchange();

        assertThat(answer).hasStatus(401).hasContentType("application/problem+json");
    }

    @Test
    void refusesAHandlerThatDeclaresNothingEvenToTheMighty() {
        var answer = pages.get()
                .uri("/test/unguarded")
                .header(HeaderPolicy.NAME, "Hoa")
                .header(HeaderPolicy.ACTIONS, "casework/accept")
                .exchange();

        assertThat(answer).hasStatus(403);
    }
}
