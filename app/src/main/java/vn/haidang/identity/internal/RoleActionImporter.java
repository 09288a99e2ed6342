package vn.haidang.identity.internal;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** Loads which actions each role may do. */
@Component
class RoleActionImporter implements Importer {

    private static final Pattern ACTION = Pattern.compile("[a-z]+/[a-z]+(-[a-z]+)*");

    @Language("SQL")
    private static final String ROLES = "select code from identity.role";

    @Language("SQL")
    private static final String CLEAR = "delete from identity.role_action";

    @Language("SQL")
    private static final String STORE = "insert into identity.role_action (role, action) values (:role, :action)";

    private final JdbcClient jdbc;

    RoleActionImporter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String table() {
        return "identity/role_action";
    }

    @Override
    public List<String> columns() {
        return List.of("role", "action");
    }

    @Override
    public List<String> after() {
        return List.of(RoleImporter.TABLE);
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        var roles = new HashSet<>(
                jdbc.sql(ROLES).query((row, number) -> row.getString("code")).list());
        jdbc.sql(CLEAR).update();
        for (var row : rows) {
            var role = row.text("role");
            var action = row.text("action");
            if (!roles.contains(role)) {
                row.refuse("role", "reference.refused.unknown-key", role);
            } else if (!ACTION.matcher(action).matches()) {
                row.refuse("action", "identity.refused.action", action);
            } else {
                jdbc.sql(STORE).param("role", role).param("action", action).update();
            }
        }
    }
}
