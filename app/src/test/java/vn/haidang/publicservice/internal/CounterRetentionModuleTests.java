package vn.haidang.publicservice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.TestDatabase;

@ModuleTest
class CounterRetentionModuleTests {

    private final CounterRetention retention;
    private final JdbcClient database;
    private final MovableClock clock;

    CounterRetentionModuleTests(CounterRetention retention, JdbcClient database, MovableClock clock) {
        this.retention = retention;
        this.database = database;
        this.clock = clock;
    }

    @Test
    void deletesCountersAfterAYear() {
        UUID unit = UuidCreator.getTimeOrderedEpoch();
        database.sql("""
                        insert into publicservice.dossier_counter (unit, day, last)
                        values (:unit, '2025-01-02', 3), (:unit, '2025-01-03', 5)
                        """).param("unit", unit).update();

        clock.returnTo(Instant.parse("2026-01-02T20:00:00Z"));
        retention.forget();
        clock.returnTo(TestDatabase.START);

        assertThat(database.sql("select cast(day as text) from publicservice.dossier_counter where unit = :unit")
                        .param("unit", unit)
                        .query(String.class)
                        .list())
                .containsExactly("2025-01-03");
    }
}
