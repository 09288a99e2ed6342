package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.WebTest;
import vn.haidang.casework.spi.StepHandler;

/** Every procedure we ship can be walked by this program: its handlers exist, its roles are known, its machine steps have an end. */
@WebTest
class ShippedProcedureTests {

    private final JdbcClient database;
    private final List<StepHandler> handlers;

    ShippedProcedureTests(JdbcClient database, List<StepHandler> handlers) {
        this.database = database;
        this.handlers = handlers;
    }

    @Test
    void everyHandlerNamedIsOffered() {
        Set<String> offered = handlers.stream().map(StepHandler::code).collect(Collectors.toSet());

        assertThat(named("select distinct handler from casework.procedure_step where handler is not null"))
                .isNotEmpty()
                .isSubsetOf(offered);
    }

    @Test
    void everyRoleNamedIsARole() {
        assertThat(named("select distinct role from casework.procedure_step where role is not null"))
                .isNotEmpty()
                .isSubsetOf(named("select code from identity.role"));
    }

    private Set<String> named(String sql) {
        return new TreeSet<>(
                database.sql(sql).query((row, number) -> row.getString(1)).list());
    }
}
