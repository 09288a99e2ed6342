package vn.haidang.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.TableUpload;
import vn.haidang.WebTest;
import vn.haidang.identity.Accounts;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.UnitId;

/** How a unit is divided is shown with the figures it divides, in a form and as a table, before anything is saved. */
@WebTest
class WeightPageTests {

    private static final String DIVIDED = "commune-10528-b";
    private static final String ONE = "commune-10532-c";
    private static final String OTHER = "commune-10537-c";
    private static final String HEADER = "from,to,share,basis,source\n";

    private final TableUpload tables;
    private final Facts facts;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    WeightPageTests(
            MockMvcTester pages, Accounts accounts, Facts facts, TransactionTemplate transaction, JdbcClient database) {
        this.tables = new TableUpload(pages, accounts, "/admin/units/weights");
        this.facts = facts;
        this.transaction = transaction;
        this.database = database;
    }

    @AfterEach
    void asItWas() {
        database.sql("delete from organization.weight where from_unit = :unit")
                .param("unit", UnitId.ofKey(DIVIDED).value())
                .update();
        database.sql("update organization.continuation set share = null where unit = :unit and share < 1")
                .param("unit", UnitId.ofKey(DIVIDED).value())
                .update();
    }

    @Test
    void weightsAreShownWithTheFiguresTheyDivideAndSavedOnlyWhileThatIsSo() {
        count(LocalDate.of(2025, 3, 4), 1);
        try {
            var shown = tables.post("/admin/units/" + DIVIDED + "/weights", form("60,5", "39,5"));
            assertThat(shown).hasStatusOk();
            assertThatPage(shown)
                    .hasHeading("Tỷ lệ chia này sẽ làm gì?")
                    .contains("60,5 %")
                    .contains("1 tháng, từ 01/03/2025 đến 31/03/2025")
                    .hasNoDuplicateIds();
            assertThat(declared()).as("shown, not saved").isZero();

            count(LocalDate.of(2025, 4, 4), 1);
            var again = tables.save(shown);
            assertThat(again).as("more would move than was shown").hasStatus(409);
            assertThatPage(again).contains("2 tháng");
            assertThat(declared()).isZero();

            var before = entries();
            assertThat(tables.save(again)).hasRedirectedUrl("/admin/units?done=1");
            assertThat(declared()).isEqualTo(2);
            assertThat(entries()).isEqualTo(before + 1);
            assertThat(tables.save(again)).as("the same form again").hasRedirectedUrl("/admin/units?done=1");
            assertThat(entries()).as("is one change").isEqualTo(before + 1);
        } finally {
            count(LocalDate.of(2025, 3, 4), -1);
            count(LocalDate.of(2025, 4, 4), -1);
        }
    }

    @Test
    void aTableIsShownWholeAndSavedWholeOrNotAtAll() {
        assertThatPage(tables.get("/admin/units/weights"))
                .contains(DIVIDED + "," + ONE + ",,,")
                .hasNoDuplicateIds();

        var half = tables.upload(HEADER + line(ONE, "60") + line(OTHER, "30"));
        assertThat(half).hasStatus(422);
        assertThatPage(half).hasErrorSummary("file").contains("90 %");
        var wrong = tables.upload(HEADER + line(ONE, "60") + line("nowhere", "40"));
        assertThat(wrong).hasStatus(422);
        assertThatPage(wrong).contains("Dòng 3 to");
        assertThat(tables.upload(HEADER + line(ONE, "60") + line(ONE, "60"))).hasStatus(422);
        assertThat(tables.upload(HEADER + line(ONE, "viele") + line(OTHER, "40")))
                .hasStatus(422);
        assertThat(tables.upload("a,b\n1,2\n")).hasStatus(422);
        assertThat(tables.upload("")).hasStatus(422);

        var shown = tables.upload("\ufeff" + (HEADER + line(ONE, "60.25") + line(OTHER, "39.75")).replace(',', ';'));
        assertThatPage(shown)
                .hasHeading("Tỷ lệ chia này sẽ làm gì?")
                .contains("60,25 %")
                .contains("39,75 %");
        assertThat(declared()).isZero();
        assertThat(tables.save(shown)).hasRedirectedUrl("/admin/units?done=1");
        assertThat(declared()).isEqualTo(2);
        assertThatPage(tables.upload(HEADER + line(ONE, "60.25") + line(OTHER, "39.75")))
                .contains("Đơn vị đã có đúng tỷ lệ này: 1");
    }

    @Test
    void nothingForgedIsSaved() {
        for (var forged : new String[] {
            "",
            "{}",
            "[null]",
            "[{\"from\":\"" + DIVIDED + "\",\"to\":\"" + ONE
                    + "\",\"share\":\"100\",\"basis\":\"area\",\"source\":\"x\"}]"
        }) {
            assertThat(tables.post("/admin/units/weights/save", Map.of("lines", forged, "token", "0")))
                    .hasStatus(400);
        }
        assertThat(tables.post("/admin/units/" + DIVIDED + "/weights", Map.of()))
                .hasStatus(422);
        assertThat(declared()).isZero();
    }

    private void count(LocalDate day, int amount) {
        transaction.executeWithoutResult(status -> facts.add(
                new MeasureCode("casework/turnaround"), "closed", UnitId.ofKey(DIVIDED), day, "ONLINE", amount));
    }

    private static Map<String, String> form(String one, String other) {
        return Map.of("share-" + ONE, one, "share-" + OTHER, other, "basis", "population", "source", "Niên giám thử");
    }

    private static String line(String to, String share) {
        return DIVIDED + "," + to + "," + share + ",population,Niên giám thử\n";
    }

    private long declared() {
        return database.sql("select count(*) from organization.weight where from_unit = :unit")
                .param("unit", UnitId.ofKey(DIVIDED).value())
                .query(Long.class)
                .single();
    }

    private long entries() {
        return database.sql("select count(*) from journal.entry where verb = 'organization/weights-declared'")
                .query(Long.class)
                .single();
    }
}
