package vn.haidang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.notification.internal.MailCarrier;
import vn.haidang.notification.internal.MessageRows;
import vn.haidang.ui.PageRequest;

@ModuleTest
class NotificationsModuleTests {

    private static final String KEY = "notification.list.empty.title";

    private final Notifications notifications;
    private final MessageRows messages;
    private final MailCarrier carrier;
    private final Accounts accounts;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Path home;

    NotificationsModuleTests(
            Notifications notifications,
            MessageRows messages,
            MailCarrier carrier,
            Accounts accounts,
            JdbcClient database,
            TransactionTemplate transaction,
            @Value("${haidang.home:var}") Path home) {
        this.notifications = notifications;
        this.messages = messages;
        this.carrier = carrier;
        this.accounts = accounts;
        this.database = database;
        this.transaction = transaction;
        this.home = home;
    }

    @Test
    void showsAMessageOnceAndForgetsThatItWasUnread() {
        AccountId na = account(null);
        notifications.send(new Message(na, KEY, List.of("a"), "/my"));

        var received = messages.received(na, PageRequest.first(10));
        assertThat(received.total()).isEqualTo(1);
        assertThat(messages.unread(na)).isEqualTo(1);
        assertThat(messages.open(na, received.rows().getFirst().id())).contains("/my");
        assertThat(messages.unread(na)).isZero();
    }

    @Test
    void opensNobodyElsesMessage() {
        AccountId na = account(null);
        notifications.send(new Message(na, KEY, List.of(), "/my"));
        UUID id = messages.received(na, PageRequest.first(1)).rows().getFirst().id();

        assertThat(messages.open(account(null), id)).isEmpty();
        assertThat(messages.unread(na)).isEqualTo(1);
    }

    @Test
    void saysNothingOfAnActThatWasRolledBack() {
        AccountId na = account("na@haidang.invalid");

        transaction.executeWithoutResult(status -> {
            notifications.send(new Message(na, KEY, List.of(), null));
            status.setRollbackOnly();
        });

        assertThat(messages.received(na, PageRequest.first(1)).total()).isZero();
    }

    @Test
    void putsOneLetterForEachMessageIntoTheMailFolder() throws IOException {
        AccountId na = account("na@haidang.invalid");
        notifications.send(new Message(na, KEY, List.of(), "/my"));
        UUID delivery = delivery(na, "e-mail");

        while (carrier.carry() > 0) {
            assertThat(state(delivery)).isNotNull();
        }
        carrier.carry();

        String letter = Files.readString(home.resolve("mail").resolve(delivery + ".eml"));
        String body = letter.substring(letter.indexOf("\r\n\r\n") + 4);
        assertThat(state(delivery)).isEqualTo("delivered");
        assertThat(letter).contains("To: na@haidang.invalid", "Subject: =?utf-8?B?");
        assertThat(new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8))
                .contains("Chưa có thông báo nào", "/my");
    }

    @Test
    void keepsThatThereWasNoAddress() {
        AccountId na = account(null);
        notifications.send(new Message(na, KEY, List.of(), null));
        UUID delivery = delivery(na, "e-mail");

        while (carrier.carry() > 0) {
            assertThat(state(delivery)).isNotNull();
        }

        assertThat(state(delivery)).isEqualTo("no-address");
        assertThat(state(delivery(na, "in-app"))).isEqualTo("delivered");
    }

    private AccountId account(@Nullable String email) {
        return accounts.create(new Accounts.NewAccount("na-" + UUID.randomUUID(), "Nguyễn Thị Na", email, null));
    }

    private UUID delivery(AccountId account, String channel) {
        return database.sql("""
                        select d.id from notification.delivery d join notification.message m on m.id = d.message
                        where m.account = :account and d.channel = :channel
                        """)
                .param("account", account.value())
                .param("channel", channel)
                .query(UUID.class)
                .single();
    }

    private String state(UUID delivery) {
        return database.sql("select state from notification.delivery where id = :id")
                .param("id", delivery)
                .query(String.class)
                .single();
    }
}
