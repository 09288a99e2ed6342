package vn.haidang.casework;

import java.sql.SQLException;
import vn.haidang.DatabaseRole;
import vn.haidang.TestDatabase;

/** Lets go of what a test set for the clock: the application itself cannot. */
public final class DeclaredClockRules {

    private DeclaredClockRules() {}

    public static void forget() {
        try (var connection = TestDatabase.connectAs(DatabaseRole.OWNER);
                var statement = connection.createStatement()) {
            statement.execute("delete from casework.declared_clock_rule");
        } catch (SQLException e) {
            throw new IllegalStateException("the clock rules could not be forgotten", e);
        }
    }
}
