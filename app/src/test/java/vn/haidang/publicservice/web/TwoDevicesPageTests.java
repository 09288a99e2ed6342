package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.identity.Accounts;
import vn.haidang.publicservice.Applicant;

/** One draft on two devices, each with a session of its own. */
@WebTest
class TwoDevicesPageTests {

    private static final String SINGLE = "1.004873";
    private static final String PASSWORD = "hai thiết bị một hồ sơ";

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Applicant people;

    TwoDevicesPageTests(MockMvcTester pages, Accounts accounts, ApplicationContext context) {
        this.pages = pages;
        this.accounts = accounts;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
    }

    /**
     * opengovsg/FormSG#314, #8091 and #8828, and cds-snc/platform-forms-client#5097: what is begun is kept on one device only, or has to
     * be downloaded and given back.
     */
    @Test
    void formSg314WhatIsBegunOnThePhoneGoesOnOnTheLaptopAndBack() {
        String username = "devices-" + UUID.randomUUID();
        accounts.create(new Accounts.NewAccount(username, "Lê Thị Hai Máy", null, PASSWORD));
        Cookie phone = signIn(username);
        Cookie laptop = signIn(username);
        assertThat(phone.getValue()).isNotEqualTo(laptop.getValue());
        Cookie stranger = signIn(stranger());

        String first = redirect(
                post("/apply/" + SINGLE, phone, "unit", people.commune().value().toString()));
        String draft = first.substring(0, first.lastIndexOf('/'));
        post(draft + "/requester", phone, "requester.full-name", "Lê Thị Hai Máy", "turn", "stay");

        assertThatPage(get("/my/data", laptop)).has("a[href=" + draft + "]");
        assertThatPage(get(draft + "/requester", laptop)).hasField("requester.full-name", "Lê Thị Hai Máy");
        assertThat(get(draft + "/requester", stranger)).hasStatus(404);
        post(draft + "/request", laptop, "request.text", "Viết tiếp trên máy tính", "turn", "stay");

        assertThatPage(get(draft + "/request", phone)).contains("Viết tiếp trên máy tính");
        assertThatPage(get(draft + "/requester", phone)).hasField("requester.full-name", "Lê Thị Hai Máy");
        pages.post().uri("/sign-out").cookie(phone).with(csrf()).exchange();
        assertThat(get(draft + "/request", phone)).hasStatus3xxRedirection();
        assertThatPage(get(draft + "/request", laptop)).contains("Viết tiếp trên máy tính");
    }

    private String stranger() {
        String username = "stranger-" + UUID.randomUUID();
        accounts.create(new Accounts.NewAccount(username, "Người Lạ", null, PASSWORD));
        return username;
    }

    private Cookie signIn(String username) {
        return Objects.requireNonNull(pages.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", username)
                .param("password", PASSWORD)
                .exchange()
                .getResponse()
                .getCookie("haidang"));
    }

    private MvcTestResult get(String path, Cookie session) {
        return pages.get().uri(path).cookie(session).exchange();
    }

    private MvcTestResult post(String path, Cookie session, String... fields) {
        var request = pages.post().uri(path).cookie(session).with(csrf());
        for (int field = 0; field < fields.length; field += 2) {
            request = request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }

    private static String redirect(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }
}
