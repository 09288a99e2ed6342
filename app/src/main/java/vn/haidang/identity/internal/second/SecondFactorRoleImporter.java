package vn.haidang.identity.internal.second;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** Loads which roles must have a second factor. */
@Component
class SecondFactorRoleImporter implements Importer {

    private static final Set<String> ASKED = Set.of("always", "not-in-demo");

    @Language("SQL")
    private static final String STORE = """
            insert into identity.second_factor_role (role, asked, source, confidence)
            values (:role, :asked, :source, :confidence)
            """;

    private final JdbcClient jdbc;

    SecondFactorRoleImporter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String table() {
        return "identity/second_factor_role";
    }

    @Override
    public List<String> columns() {
        return List.of("role", "asked", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of("identity/role");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        Set<String> roles = new HashSet<>(jdbc.sql("select code from identity.role")
                .query((row, number) -> row.getString("code"))
                .list());
        Set<String> read = new HashSet<>();
        jdbc.sql("delete from identity.second_factor_role").update();
        for (var row : rows) {
            var role = row.keyOf("role", roles);
            var asked = row.oneOf("asked", ASKED);
            var source = row.text("source");
            var confidence = row.confidence();
            if (!read.add(role)) {
                row.refuse("role", "reference.refused.duplicate", role);
            } else if (roles.contains(role)) {
                jdbc.sql(STORE)
                        .param("role", role)
                        .param("asked", asked)
                        .param("source", source)
                        .param("confidence", confidence)
                        .update();
            }
        }
    }
}
