package vn.haidang.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.TestDatabase;
import vn.haidang.identity.AccountId;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;

@ModuleTest
class MessageRetentionModuleTests {

    private final MessageRetention retention;
    private final Notifications notifications;
    private final JdbcClient database;
    private final MovableClock clock;

    MessageRetentionModuleTests(
            MessageRetention retention, Notifications notifications, JdbcClient database, MovableClock clock) {
        this.retention = retention;
        this.notifications = notifications;
        this.database = database;
        this.clock = clock;
    }

    @Test
    void deletesWhatIsOlderThanTwoYearsAndLeavesAnAct() {
        var to = new AccountId(UuidCreator.getTimeOrderedEpoch());
        send(to, "2023-11-06T01:00:00Z");
        send(to, "2023-11-04T01:00:00Z");
        clock.returnTo(Instant.parse("2025-11-03T01:00:00Z"));
        retention.forget();
        assertThat(messages(to)).isEqualTo(2);
        long before = acts();

        clock.returnTo(Instant.parse("2025-11-05T01:00:00Z"));
        int deleted = retention.forget();
        clock.returnTo(TestDatabase.START);

        assertThat(deleted).isEqualTo(1);
        assertThat(messages(to)).isEqualTo(1);
        assertThat(acts()).isEqualTo(before + 1);
    }

    private void send(AccountId to, String when) {
        clock.returnTo(Instant.parse(when));
        notifications.send(new Message(to, "notification.list.title", List.of(), null));
    }

    private long messages(AccountId to) {
        return database.sql("select count(*) from notification.message where account = :to")
                .param("to", to.value())
                .query(Long.class)
                .single();
    }

    private long acts() {
        return database.sql("select count(*) from journal.entry where verb = 'notification/messages-deleted'")
                .query(Long.class)
                .single();
    }
}
