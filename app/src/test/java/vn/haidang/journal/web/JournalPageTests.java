package vn.haidang.journal.web;

import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.haidang.WebTest;

@WebTest
class JournalPageTests {

    private final MockMvcTester pages;

    JournalPageTests(MockMvcTester pages) {
        this.pages = pages;
    }

    @Test
    void showsTheKeyAndTheSealsToAnyone() {
        var page = pages.get().uri("/journal").exchange();

        assertThatPage(page).isVietnamese().hasHeading("Sổ ghi không sửa được").contains("BEGIN PUBLIC KEY");
    }

    @Test
    void speaksEnglishToo() {
        var page =
                pages.get().uri("/journal").cookie(new Cookie("language", "en")).exchange();

        assertThatPage(page).isEnglish().hasHeading("The record that cannot be rewritten");
    }
}
