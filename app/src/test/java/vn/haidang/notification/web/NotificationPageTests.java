package vn.haidang.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.SignedIn;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;
import vn.haidang.notification.internal.MessageRows;
import vn.haidang.ui.PageRequest;

@WebTest
class NotificationPageTests {

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Notifications notifications;
    private final MessageRows messages;

    NotificationPageTests(MockMvcTester pages, Accounts accounts, Notifications notifications, MessageRows messages) {
        this.pages = pages;
        this.accounts = accounts;
        this.notifications = notifications;
        this.messages = messages;
    }

    @Test
    void listsWhatIsNewAndOpensIt() {
        AccountId na = account();
        notifications.send(new Message(na, "casework.outcome.done", List.of(), "/my"));
        UUID id = messages.received(na, PageRequest.first(1)).rows().getFirst().id();

        assertThatPage(pages.get()
                        .uri("/my/notifications")
                        .with(SignedIn.as(na))
                        .exchange())
                .hasHeading("Thông báo của bạn")
                .contains("Đã xong")
                .hasTag("Mới");
        assertThat(pages.post()
                        .uri("/my/notifications/" + id + "/open")
                        .with(SignedIn.withForm(na))
                        .exchange())
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/my");
        assertThatPage(pages.get()
                        .uri("/my/notifications")
                        .with(SignedIn.as(na))
                        .exchange())
                .hasNo(".govuk-tag");
    }

    @Test
    void saysWhatWouldFillAnEmptyListAndHidesWhatIsSomebodyElses() {
        AccountId na = account();
        AccountId other = account();
        notifications.send(new Message(other, "casework.outcome.done", List.of(), "/my"));
        UUID id =
                messages.received(other, PageRequest.first(1)).rows().getFirst().id();

        assertThatPage(pages.get()
                        .uri("/my/notifications")
                        .with(SignedIn.as(na))
                        .exchange())
                .contains("Chưa có thông báo nào");
        assertThat(pages.post()
                        .uri("/my/notifications/" + id + "/open")
                        .with(SignedIn.withForm(na))
                        .exchange())
                .hasStatus(404);
        assertThat(pages.get().uri("/my/notifications").exchange())
                .hasRedirectedUrl("/sign-in?next=%2Fmy%2Fnotifications");
    }

    private AccountId account() {
        return accounts.create(new Accounts.NewAccount("na-" + UUID.randomUUID(), "Nguyễn Thị Na", null, null));
    }
}
