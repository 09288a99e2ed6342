package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.time.LocalDate;
import java.util.List;
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
import vn.haidang.publicservice.internal.ServiceTable;

/** A city founds services by a table: what it would do is shown first, drafts change whole or not at all, and a new one can be published. */
@WebTest
class ServiceTablePageTests {

    private static final String CODE = "9.800001";
    private static final String KNOWN = "2.002516";
    private static final LocalDate DAY = LocalDate.of(2031, 1, 2);

    private final TableUpload tables;
    private final Facts facts;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    ServiceTablePageTests(
            MockMvcTester pages, Accounts accounts, Facts facts, TransactionTemplate transaction, JdbcClient database) {
        this.tables = new TableUpload(pages, accounts, "/admin/services/import");
        this.facts = facts;
        this.transaction = transaction;
        this.database = database;
    }

    @AfterEach
    void asItWas() {
        new FoundedService(CODE, DAY).forget(database, facts, transaction, KNOWN);
    }

    @Test
    void aTableFoundsAServiceAsADraftThatIsPublishedLater() {
        var shown = tables.upload(header() + row(CODE, "Cấp bản sao thử", "3") + row(KNOWN, "Tên khác", ""));
        assertThat(shown).hasStatusOk();
        assertThatPage(shown)
                .hasHeading("Tệp này sẽ làm gì?")
                .contains("Dịch vụ mới: 1. Dịch vụ thay đổi: 1. Giữ nguyên: 0.")
                .contains("Thời hạn giải quyết")
                .hasNoDuplicateIds();
        assertThat(drafts()).as("shown, not saved").isZero();

        assertThat(tables.save(shown)).hasRedirectedUrl("/admin/services?done=1");
        assertThat(drafts()).isEqualTo(2);
        assertThat(entries()).isEqualTo(1);
        assertThatPage(tables.get("/admin/services"))
                .contains("Dịch vụ mới chưa công bố")
                .contains("Cấp bản sao thử");
        assertThat(tables.save(shown)).as("the same form again").hasRedirectedUrl("/admin/services?done=1");
        assertThat(entries()).as("changes nothing").isEqualTo(1);
        assertThatPage(tables.upload(header() + row(CODE, "Cấp bản sao thử", "3")))
                .contains("Dịch vụ mới: 0. Dịch vụ thay đổi: 0. Giữ nguyên: 1.");
        assertThat(tables.get("/services/" + CODE))
                .as("a draft is nobody's service yet")
                .hasStatus(404);

        assertThatPage(tables.get("/admin/services/" + CODE)).hasField("duration", "3wd");
        assertThat(tables.post(
                        "/admin/services/" + CODE,
                        Map.ofEntries(
                                Map.entry("do", "publish"),
                                Map.entry("name", "Cấp bản sao thử"),
                                Map.entry("agency", "Ủy ban thử"),
                                Map.entry("duration", "3wd"),
                                Map.entry("sets", "1"),
                                Map.entry("audience", "person"),
                                Map.entry("channel", "counter"),
                                Map.entry("steps", "Nộp hồ sơ\nNhận kết quả"),
                                Map.entry("items", "Tờ khai"),
                                Map.entry("from-day", "2"),
                                Map.entry("from-month", "1"),
                                Map.entry("from-year", "2031"))))
                .hasRedirectedUrl("/admin/services/" + CODE + "?done=published");
        assertThat(database.sql("""
                        select v.name || '|' || v.name_en || '|' || v.duration || '|' || lower(v.validity) || '|' || v.dossier_sets
                        from publicservice.service_version v where v.code = :code
                        """).param("code", CODE).query(String.class).list())
                .containsExactly("Cấp bản sao thử|Trial copy|3wd|2031-01-02|1");
        assertThat(database.sql("select count(*) from publicservice.publication where code = :code")
                        .param("code", CODE)
                        .query(Long.class)
                        .single())
                .as("counted as offered")
                .isOne();
    }

    @Test
    void savesNothingThatWasNotShownOrIsForged() {
        var shown = tables.upload(header() + row(CODE, "Cấp bản sao thử", "3"));
        tables.save(tables.upload(header() + row(CODE, "Tên của người khác", "3")));

        var again = tables.save(shown);
        assertThat(again).as("meanwhile another was drafted").hasStatus(409);
        assertThatPage(again).contains("Dữ liệu đã thay đổi trong lúc bạn xem");
        for (var forged : new String[] {"", "{}", "[null]", "[{\"code\":\"9.800001\"}]"}) {
            assertThat(tables.post("/admin/services/import/save", Map.of("lines", forged, "token", "0")))
                    .hasStatus(400);
        }
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void refusesATableThatIsWrongAnywhereWithItsLine() {
        var wrong = tables.upload(header() + row(CODE, "Cấp bản sao thử", "3") + row(CODE, "Lần nữa", "3"));
        assertThat(wrong).hasStatus(422);
        assertThatPage(wrong).hasErrorSummary("file").contains("Dòng 3 code");
        assertThat(tables.upload(header() + row("mã lạ", "x", "3"))).hasStatus(422);
        assertThat(tables.upload(header() + row(CODE, "x", "ba"))).hasStatus(422);
        assertThat(tables.upload("a,b\n1,2\n")).hasStatus(422);
        assertThat(tables.upload("")).hasStatus(422);
        assertThat(drafts()).isZero();
    }

    private static String header() {
        return String.join(",", ServiceTable.COLUMNS) + "\n";
    }

    private static String row(String code, String name, String days) {
        var cells = Map.ofEntries(
                Map.entry("code", code),
                Map.entry("name", name),
                Map.entry("short_name", "Bản sao thử"),
                Map.entry("name_en", "Trial copy"),
                Map.entry("field", "Thử"),
                Map.entry("field_en", "Trial"),
                Map.entry("tier", "COMMUNE"),
                Map.entry("level", "information"),
                Map.entry("time_amount", days),
                Map.entry("time_unit", days.isEmpty() ? "" : "working_day"),
                Map.entry("agency", "Ủy ban thử"),
                Map.entry("result", "Bản sao"),
                Map.entry("result_en", "Copy"),
                Map.entry("legal_basis", "Luật thử"),
                Map.entry("audience", "person"),
                Map.entry("source", "Quyết định thử"),
                Map.entry("confidence", "H"),
                Map.entry("sets", "1"),
                Map.entry("channels", "counter"),
                Map.entry("steps", "Nộp hồ sơ; Nhận kết quả"),
                Map.entry("items", "Tờ khai"));
        return String.join(
                        ",",
                        ServiceTable.COLUMNS.stream()
                                .map(column -> cells.getOrDefault(column, ""))
                                .toList())
                + "\n";
    }

    private long drafts() {
        return database.sql("select count(*) from publicservice.service_draft where code in (:codes)")
                .param("codes", List.of(CODE, KNOWN))
                .query(Long.class)
                .single();
    }

    /** Of this test: the others' are older. */
    private long entries() {
        return database.sql("""
                        select count(*) from journal.entry e where e.verb = 'publicservice/drafts-taken'
                          and e.actor_id = :actor
                        """)
                .param("actor", tables.administrator().value())
                .query(Long.class)
                .single();
    }
}
