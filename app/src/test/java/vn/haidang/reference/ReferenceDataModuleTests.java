package vn.haidang.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.ModuleTest;
import vn.haidang.journal.Journal;
import vn.haidang.reference.internal.LoadOrder;
import vn.haidang.reference.internal.LoadedTables;
import vn.haidang.reference.internal.TableFiles;
import vn.haidang.reference.spi.Importer;

@ModuleTest
class ReferenceDataModuleTests {

    private final LoadedTables loaded;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    @TempDir
    Path city;

    ReferenceDataModuleTests(
            LoadedTables loaded,
            Journal journal,
            TransactionOperations transactions,
            MessageSource messages,
            JdbcClient jdbc) {
        this.loaded = loaded;
        this.journal = journal;
        this.transactions = transactions;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Test
    void takesATableOnceAndAgainWhenItChanged() throws IOException {
        var data = of(new Writing("once"));

        file("once", "key,day\none,2026-01-01\n");
        assertThat(load(data)).containsExactly(new TableLoaded("test/once", 1, 1, 1, true));
        var first = data.version("test");
        assertThat(load(data)).containsExactly(new TableLoaded("test/once", 1, 1, 1, false));
        assertThat(data.version("test")).isEqualTo(first);

        file("once", "key,day\none,2026-01-01\ntwo,2026-01-02\n");
        assertThat(load(data)).containsExactly(new TableLoaded("test/once", 1, 1, 2, true));
        assertThat(data.version("test")).isNotEqualTo(first);
        assertThat(stored("once")).containsExactly("once-one", "once-two");
        assertThat(entries("test/once")).isEqualTo(2);
    }

    @Test
    void takesNothingOfATableWithARefusalAndNamesIt() throws IOException {
        file("bad", "key,day\none,2026-01-01\ntwo,31/12/2026\nthree,soon\n");

        assertThatThrownBy(of(new Writing("bad"))::load)
                .isInstanceOf(ReferenceDataRefused.class)
                .hasMessage("reference data test/bad refused: "
                        + "line 3, day: “31/12/2026” is not a date such as 2026-03-02; "
                        + "line 4, day: “soon” is not a date such as 2026-03-02");
        assertThat(stored("bad")).isEmpty();
    }

    @Test
    void namesTheFirstRefusalsOnly() throws IOException {
        file("many", "key,day\n" + "one,x\n".repeat(40));

        assertThatThrownBy(of(new Writing("many"))::load)
                .hasMessageContaining("line 2, day")
                .hasMessageEndingWith("; … (40)")
                .hasMessageNotContaining("\n");
    }

    @Test
    void takesNothingOfATableThatBreaksARuleOfTheDatabase() throws IOException {
        file("rule", "key,day\none,2026-01-01\nNOT GOOD,2026-01-01\n");

        assertThatThrownBy(of(new Writing("rule"))::load)
                .isInstanceOf(ReferenceDataRefused.class)
                .hasMessageContaining("loaded_table_name_check");
        assertThat(stored("rule")).isEmpty();
    }

    @Test
    void refusesATableWithoutFile() {
        assertThatThrownBy(of(new Writing("absent"))::load).hasMessageContaining("there is no file");
    }

    @Test
    void refusesAFileOfAnotherShape() throws IOException {
        file("shape", "key;day\none;2026-01-01\n");

        assertThatThrownBy(of(new Writing("shape"))::load).hasMessageContaining("separated by commas");
    }

    @Test
    void prefersTheCitysFileAndFallsBackFileByFile() throws IOException {
        file("own", "key,day\n");
        var files = new TableFiles(city.toString());

        assertThat(files.find("test/own")).isPresent();
        assertThat(files.find("organization/unit")).isPresent();
        assertThat(files.find("test/nothing")).isEmpty();
    }

    @Test
    void aCityWithUnitsOfItsOwnBeginsWithoutTheShippedRowsThatNameOthers() throws IOException {
        var points = new Writing("organization/unit_point", true);
        var files = new TableFiles(city.toString());
        assertThat(files.find(points).orElseThrow())
                .isEqualTo(files.find("organization/unit_point").orElseThrow());

        Files.createDirectories(city.resolve("organization"));
        Files.writeString(city.resolve("organization/unit.csv"), "key\n");

        assertThat(files.find(points)).contains("key,day\n".getBytes(StandardCharsets.UTF_8));
        assertThat(files.find(new Writing("organization/kind_word", false)))
                .isPresent()
                .get()
                .isNotEqualTo("key,day\n".getBytes(StandardCharsets.UTF_8));
        Files.writeString(city.resolve("organization/unit_point.csv"), "own\n");
        assertThat(files.find(points)).contains("own\n".getBytes(StandardCharsets.UTF_8));
    }

    private ReferenceData of(Importer importer) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("importer", importer);
        var order = new LoadOrder(
                beans.getBeanProvider(Importer.class), beans.getBeanProvider(ApplicationModuleIdentifiers.class));
        return new ReferenceData(order, new TableFiles(city.toString()), loaded, journal, transactions, messages);
    }

    private static List<TableLoaded> load(ReferenceData data) {
        var told = new ArrayList<TableLoaded>();
        data.load(told::add);
        return told;
    }

    private void file(String table, String text) throws IOException {
        Files.createDirectories(city.resolve("test"));
        Files.writeString(city.resolve("test").resolve(table + ".csv"), text);
    }

    private List<String> stored(String table) {
        return jdbc.sql("select substr(table_name, 10) from reference.loaded where table_name like :some order by 1")
                .param("some", "imported/" + table + "-%")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private int entries(String table) {
        return jdbc.sql("""
                        select count(*) from journal.entry e
                        where e.verb = 'reference/loaded' and e.subject_ids @> array[:id]::uuid[]
                        """)
                .param("id", UuidCreator.getNameBasedSha1(table))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Stores its rows where this module may write. */
    private final class Writing implements Importer {

        private final String name;
        private final boolean namesUnits;

        Writing(String name) {
            this(name, false);
        }

        Writing(String name, boolean namesUnits) {
            this.name = name;
            this.namesUnits = namesUnits;
        }

        @Override
        public String table() {
            return name.contains("/") ? name : "test/" + name;
        }

        @Override
        public boolean namesUnits() {
            return namesUnits;
        }

        @Override
        public List<String> columns() {
            return List.of("key", "day");
        }

        @Override
        public void load(List<ReferenceRow> rows) {
            for (var row : rows) {
                row.date("day");
                loaded.record("imported/" + name + "-" + row.text("key"), "0".repeat(64), 1);
            }
        }
    }
}
