package vn.haidang.reference.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

class LoadOrderUnitTests {

    @Test
    void loadsLowerModulesFirstAndTablesAfterThoseTheyName() {
        var ordered = LoadOrder.ordered(
                List.of(
                        table("plan/target", "plan/document"),
                        table("plan/document"),
                        table("organization/code", "organization/unit"),
                        table("organization/unit", "elsewhere/unknown")),
                List.of("organization", "plan"));

        assertThat(ordered)
                .extracting(Importer::table)
                .containsExactly("organization/unit", "organization/code", "plan/document", "plan/target");
    }

    @Test
    void refusesTablesThatWaitForEachOther() {
        var circle = List.of(table("a/one", "a/two"), table("a/two", "a/one"));

        assertThatThrownBy(() -> LoadOrder.ordered(circle, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a/one, a/two");
    }

    @Test
    void refusesTwoImportersOfOneTable() {
        assertThatThrownBy(() -> LoadOrder.ordered(List.of(table("a/one"), table("a/one")), List.of()))
                .hasMessageContaining("a/one has two importers");
    }

    private static Importer table(String table, String... after) {
        return new Importer() {
            @Override
            public String table() {
                return table;
            }

            @Override
            public List<String> columns() {
                return List.of();
            }

            @Override
            public List<String> after() {
                return List.of(after);
            }

            @Override
            public void load(List<ReferenceRow> rows) {}
        };
    }
}
