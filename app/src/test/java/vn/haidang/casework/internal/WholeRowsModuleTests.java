package vn.haidang.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;

/** The database itself refuses a work item or a case that is not whole, and lets nobody delete one. */
@ModuleTest
class WholeRowsModuleTests {

    private static final Map<String, String> RUNNING = Map.ofEntries(
            Map.entry("id", "gen_random_uuid()"),
            Map.entry("status", "'OPEN'"),
            Map.entry("channel", "'ONLINE'"),
            Map.entry("after_supplement", "'resume'"),
            Map.entry("step", "'accept'"),
            Map.entry("due_at", "now()"),
            Map.entry("closed_at", "null"),
            Map.entry("closed_on", "null"),
            Map.entry("outcome", "null"),
            Map.entry("blocks", "0"),
            Map.entry("parent", "null"),
            Map.entry("parent_relation", "null"));

    private final JdbcClient database;

    WholeRowsModuleTests(JdbcClient database) {
        this.database = database;
    }

    @Test
    void refusesAWorkItemThatIsNotWhole() {
        UUID item = posted();

        for (String change : List.of(
                "state = 'LOST'",
                "state = 'DONE'",
                "done_at = now()",
                "kind = 'STEP'",
                "kind = 'TASK'",
                "title = null",
                "path = 'without-a-slash'",
                "subject_type = null",
                "claimed_by = id",
                "assigned_by = id",
                "delegate = id, delegate_name = 'A', delegated_until = now()")) {
            assertThatThrownBy(() -> change(item, change))
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThat(change(item, "claimed_by = id, claimed_by_name = 'A'")).isEqualTo(1);
        assertThat(change(item, "state = 'DONE', done_at = now()")).isEqualTo(1);
    }

    @Test
    void knowsACaseThatIsNotWhole() {
        assertThat(isWhole(Map.of())).isTrue();
        assertThat(isWhole(Map.of("status", "'PAUSED'", "due_at", "null"))).isTrue();
        assertThat(isWhole(Map.of(
                        "status", "'CLOSED'",
                        "step", "null",
                        "closed_at", "now()",
                        "closed_on", "current_date",
                        "outcome", "'done'")))
                .isTrue();
        assertThat(isWhole(Map.of("parent", "gen_random_uuid()", "parent_relation", "'BLOCKS'")))
                .isTrue();

        for (Map<String, String> wrong : List.of(
                Map.of("status", "'LOST'"),
                Map.of("status", "'CLOSED'"),
                Map.of("status", "'PAUSED'"),
                Map.of("due_at", "null"),
                Map.of("step", "null"),
                Map.of("closed_at", "now()"),
                Map.of("closed_on", "current_date"),
                Map.of("outcome", "'done'"),
                Map.of("channel", "'PIGEON'"),
                Map.of("after_supplement", "'never'"),
                Map.of("blocks", "-1"),
                Map.of("parent", "gen_random_uuid()"),
                Map.of("parent_relation", "'BLOCKS'"),
                Map.of("parent", "gen_random_uuid()", "parent_relation", "'ABOVE'"))) {
            assertThat(isWhole(wrong)).as(wrong.toString()).isFalse();
        }
    }

    @Test
    void letsTheProgramDeleteNeitherCasesNorWhatBelongsToThem() {
        for (String table : List.of("case_file", "visit", "work_item")) {
            assertThatThrownBy(() -> database.sql("delete from casework." + table + " where id = gen_random_uuid()")
                            .update())
                    .as(table)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private UUID posted() {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into casework.work_item (id, kind, title, subject_type, subject_id, path, unit, role, state, posted_at)
                        values (:id, 'POSTED', 'Something to do', 'test/subject', :id, '/somewhere', :id, 'specialist', 'OPEN', now())
                        """).param("id", id).update();
        return id;
    }

    private int change(UUID item, String what) {
        return database.sql("update casework.work_item set " + what + " where id = :id")
                .param("id", item)
                .update();
    }

    private boolean isWhole(Map<String, String> otherwise) {
        Map<String, String> all = new HashMap<>(RUNNING);
        all.putAll(otherwise);
        String arguments = all.entrySet().stream()
                .map(each -> each.getKey() + " => " + each.getValue())
                .collect(Collectors.joining(", "));
        return database.sql("select casework.case_is_whole(" + arguments + ")")
                .query(Boolean.class)
                .single();
    }
}
