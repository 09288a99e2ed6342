package vn.haidang.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.TestDatabase;

@ModuleTest
class KeyRetentionModuleTests {

    private final AnsweredKeys keys;
    private final JdbcClient database;
    private final MovableClock clock;

    KeyRetentionModuleTests(AnsweredKeys keys, JdbcClient database, MovableClock clock) {
        this.keys = keys;
        this.database = database;
        this.clock = clock;
    }

    @Test
    void forgetsWhatWasAnsweredThirtyDaysAgoAndLeavesAnAct() {
        UUID account = UUID.randomUUID();
        answered(account, "2025-06-01T00:00:00Z");
        answered(account, "2025-06-03T00:00:00Z");
        long before = acts();

        clock.returnTo(Instant.parse("2025-07-02T00:00:00Z"));
        keys.deleteOld();
        clock.returnTo(TestDatabase.START);

        assertThat(database.sql("select count(*) from casework.answered_key where account = :account")
                        .param("account", account)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(acts()).isEqualTo(before + 1);
    }

    private void answered(UUID account, String at) {
        database.sql("""
                        insert into casework.answered_key (account, key, asked, answer, answered_at)
                        values (:account, :key, 'test', '{}', cast(:at as timestamptz))
                        """)
                .param("account", account)
                .param("key", UUID.randomUUID())
                .param("at", at)
                .update();
    }

    private long acts() {
        return database.sql("select count(*) from journal.entry where verb = 'casework/keys-deleted'")
                .query(Long.class)
                .single();
    }
}
