package vn.haidang.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.haidang.DatabaseRole;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.TestDatabase;

/** The first month of the history is empty in tests, so retiring it takes nothing from others. */
@ModuleTest
class JournalRetentionModuleTests {

    private static final YearMonth FIRST = YearMonth.of(2024, 10);
    private static final int SHIPPED = 240;
    private static final int TO_THE_SECOND_MONTH = 17;

    private final JournalRetention retention;
    private final JdbcClient database;
    private final MovableClock clock;

    JournalRetentionModuleTests(JournalRetention retention, JdbcClient database, MovableClock clock) {
        this.retention = retention;
        this.database = database;
        this.clock = clock;
    }

    @AfterEach
    void keepAsLongAsShipped() throws SQLException {
        term(SHIPPED);
    }

    @Test
    void retiresAMonthWhenItsTermHasPassedAndSaysSo() throws SQLException {
        assertThat(retention.retire()).isEmpty();
        term(TO_THE_SECOND_MONTH);
        assertThat(retention.retire()).isEmpty();

        clock.moveTo(Instant.parse("2026-04-02T01:00:00Z"));

        assertThat(retention.retire()).containsExactly(FIRST);
        assertThat(retention.retire()).isEmpty();
        assertThat(database.sql("select count(*) from journal.retired where month = date '2024-10-01'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(database.sql("select count(*) from journal.entry where verb = 'journal/month-retired'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static void term(int months) throws SQLException {
        try (var connection = TestDatabase.connectAs(DatabaseRole.OWNER)) {
            JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("update journal.term set months = :months")
                    .param("months", months)
                    .update();
        }
    }
}
