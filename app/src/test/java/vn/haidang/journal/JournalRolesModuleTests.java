package vn.haidang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.DatabaseRole;
import vn.haidang.ModuleTest;
import vn.haidang.TestDatabase;

@ModuleTest
class JournalRolesModuleTests {

    private static final String NOT_ALLOWED = "42501";

    private final Journal journal;
    private final TransactionTemplate transaction;

    JournalRolesModuleTests(Journal journal, TransactionTemplate transaction) {
        this.journal = journal;
        this.transaction = transaction;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal.entry set reason = 'x'",
                "delete from journal.entry",
                "truncate journal.entry",
                "delete from journal.entry_y2026m03",
                "insert into journal.entry_y2026m03 select * from journal.entry",
                "alter table journal.entry detach partition journal.entry_y2026m03",
                "update journal.leaf set position = 1",
                "delete from journal.leaf",
                "truncate journal.leaf",
                "update journal.seal set number = 1",
                "delete from journal.seal",
                "truncate journal.seal",
                "update journal.salt set salt = salt",
                "update journal.unsealed set entry = entry",
                "truncate journal.unsealed",
                "insert into journal.retired (month, first_id, before_id, entries, at) "
                        + "values ('2026-03-01', gen_random_uuid(), gen_random_uuid(), 0, '2026-03-01')",
                "update journal.term set months = 0",
                "select journal.retire(date '2024-10-01')"
            })
    void refusesTheApplication(String statement) throws SQLException {
        refuses(DatabaseRole.APP, statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from journal.entry",
                "delete from journal.entry",
                "delete from journal.unsealed",
                "update journal.term set months = 0",
                "drop table journal.entry_y2024m10"
            })
    void refusesTheRetentionRoleEverythingButItsFunction(String statement) throws SQLException {
        refuses(DatabaseRole.RETENTION, statement);
    }

    @Test
    void refusesToRetireAMonthWithinItsTerm() throws SQLException {
        transaction.execute(status -> journal.act(Act.of("registry/corrected", Actor.SYSTEM)));

        try (var connection = TestDatabase.connectAs(DatabaseRole.RETENTION);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select journal.retire(date '2026-03-01')"))
                    .hasMessageContaining("still within its term");
        }
    }

    private static void refuses(DatabaseRole role, String sql) throws SQLException {
        try (var connection = TestDatabase.connectAs(role);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState())
                                    .as(Objects.requireNonNull(e.getMessage()))
                                    .isEqualTo(NOT_ALLOWED));
        }
    }
}
