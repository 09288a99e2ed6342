package vn.haidang.publicservice.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.TableUpload;
import vn.haidang.WebTest;
import vn.haidang.casework.Channel;
import vn.haidang.identity.Accounts;
import vn.haidang.indicator.Facts;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.CatalogueDrafts;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.internal.ServiceTable;
import vn.haidang.ui.ProblemException;

/** Administrators say the time and the fee of each way to hand a service in, on its page and by a table. */
@WebTest
class WayTermsPageTests {

    private static final String CODE = "9.800101";
    private static final String RESIDENCE = "1.004222";
    private static final String PAGE = "/admin/services/";
    private static final LocalDate DAY = LocalDate.of(2031, 1, 2);

    private final TableUpload tables;
    private final Catalogue catalogue;
    private final CatalogueDrafts drafts;
    private final Accounts accounts;
    private final Facts facts;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    WayTermsPageTests(
            MockMvcTester pages,
            Catalogue catalogue,
            CatalogueDrafts drafts,
            Accounts accounts,
            Facts facts,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.tables = new TableUpload(pages, accounts, "/admin/services/import");
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.accounts = accounts;
        this.facts = facts;
        this.transaction = transaction;
        this.database = database;
    }

    @AfterEach
    void asItWas() {
        new FoundedService(CODE, DAY).forget(database, facts, transaction, RESIDENCE);
    }

    @Test
    void aTableSaysTheTimeAndTheFeeOfEachWayAndWhatIsPublishedGoesByThem() {
        var shown = tables.upload(table(Map.of(
                "online_time_amount", "2",
                "online_time_unit", "working_day",
                "online_fee", "free",
                "counter_fee", "20000",
                "counter_fee_for", "Lệ phí cấp bản sao",
                "counter_fee_for_en", "Fee for the copy",
                "post_fee", "unestablished")));
        assertThat(shown).hasStatusOk();
        assertThat(tables.save(shown)).hasRedirectedUrl("/admin/services?done=1");
        assertThatPage(tables.get(PAGE + CODE))
                .hasField("online-time", "2")
                .hasField("counter-amount", "20000")
                .has("select[name=online-unit] option[value=wd][selected]")
                .has("select[name=post-fee] option[value=unestablished][selected]")
                .hasNoDuplicateIds();

        assertThat(publish(CODE, Map.of("post-time", "15:00", "post-unit", "same-day", "post-fee", "unestablished")))
                .hasRedirectedUrl(PAGE + CODE + "?done=published");

        Service published = catalogue.version(CODE, 1);
        assertThat(code(published, Channel.ONLINE)).isEqualTo("2wd");
        assertThat(code(published, Channel.COUNTER)).as("as the service").isEqualTo("5wd");
        assertThat(code(published, Channel.POST)).isEqualTo("same-day@15:00");
        assertThat(published.fee(Channel.ONLINE))
                .as("free, though the service says in words that another decides")
                .isZero();
        assertThat(published.fee(Channel.COUNTER)).isEqualTo(20_000);
        assertThat(published.fee(Channel.POST)).isNull();
        assertThatPage(tables.get("/services/" + CODE + "/versions/1"))
                .contains("20.000 đ")
                .contains("(Lệ phí cấp bản sao)")
                .contains("Chưa xác lập được mức phí");
    }

    @Test
    void aTableThatIsWrongAboutAWayIsRefusedWithItsLineAndOneWithoutThemKeepsWhatIsKnown() {
        assertThatPage(tables.upload(table(Map.of("online_fee", "nhiều"))))
                .contains("Dòng 2 online_fee")
                .contains("“nhiều” không phải là phí");
        assertThatPage(tables.upload(table(Map.of("post_time_amount", "3")))).contains("Dòng 2 post_time_amount");
        String some = String.join(",", ServiceTable.COLUMNS) + ",online_fee\n"
                + "x,".repeat(ServiceTable.COLUMNS.size()) + "\n";
        assertThatPage(tables.upload(some)).contains("Tệp thiếu cột").contains("counter_time_unit");
    }

    @Test
    void thePageForeseesWhatChangesAndKeepsWhatIsWrongBesideItsMessage() {
        assertThatPage(tables.get(PAGE + RESIDENCE))
                .hasField("online-amount", "10000")
                .hasField("counter-amount", "20000")
                .hasNoDuplicateIds();
        int entries = entries();

        assertThat(save(
                        RESIDENCE,
                        Map.of("counter-time", "5", "counter-unit", "wd", "counter-fee", "free", "counter-amount", "")))
                .hasStatus(302);

        var page = assertThatPage(tables.get(PAGE + RESIDENCE)).hasField("counter-time", "5");
        assertThat(page.document().select("#way-changes tbody tr").eachText())
                .as("only what changes, as it is and as it would be")
                .singleElement()
                .asString()
                .contains("Trực tiếp tại quầy", "7 ngày làm việc", "20.000 đ", "5 ngày làm việc", "Không mất phí");
        assertThat(entries()).isEqualTo(entries + 1);
        assertThat(code(catalogue.get(RESIDENCE), Channel.COUNTER))
                .as("a draft moves nothing")
                .isEqualTo("7wd");

        var wrong = publish(
                RESIDENCE,
                Map.of(
                        "counter-time",
                        "năm",
                        "counter-unit",
                        "wd",
                        "online-fee",
                        "amount",
                        "online-amount",
                        "mười nghìn"));
        assertThat(wrong).hasStatus(422);
        assertThatPage(wrong)
                .hasErrorSummary("online-amount", "counter-time")
                .hasField("counter-time", "năm")
                .hasField("online-amount", "mười nghìn")
                .hasNoDuplicateIds();
        assertThatPage(tables.get(PAGE + RESIDENCE))
                .hasField("online-amount", "mười nghìn")
                .hasErrorSummary("online-amount", "counter-time");
        var by = accounts.reader(tables.administrator());
        assertThatThrownBy(() -> drafts.publish(RESIDENCE, DAY, by))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("publicservice/no-way-fee"));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult save(String code, Map<String, String> ways) {
        return post(code, "save", ways);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult publish(String code, Map<String, String> ways) {
        return post(code, "publish", ways);
    }

    /** The whole form as a browser sends it, with some fields changed. */
    private org.springframework.test.web.servlet.assertj.MvcTestResult post(
            String code, String act, Map<String, String> changed) {
        var page = assertThatPage(tables.get(PAGE + code)).document();
        Map<String, String> sent = new HashMap<>();
        page.select("main form input:not([type=checkbox]), main form textarea")
                .forEach(field -> sent.put(field.attr("name"), field.is("textarea") ? field.wholeText() : field.val()));
        page.select("main form select")
                .forEach(field -> sent.put(
                        field.attr("name"), field.select("option[selected]").val()));
        for (String name : List.of("audience", "channel")) {
            sent.put(
                    name,
                    String.join(
                            ",",
                            page.select("main input[name=" + name + "][checked]")
                                    .eachAttr("value")));
        }
        sent.putAll(changed);
        sent.putAll(Map.of("do", act, "from-day", "2", "from-month", "1", "from-year", "2031"));
        return tables.post(PAGE + code, sent);
    }

    private static String code(Service service, Channel channel) {
        return requireNonNull(service.duration(channel)).code();
    }

    private static String table(Map<String, String> ways) {
        Map<String, String> cells = new HashMap<>(Map.ofEntries(
                Map.entry("code", CODE),
                Map.entry("name", "Cấp bản sao theo cách nộp"),
                Map.entry("short_name", "Bản sao thử"),
                Map.entry("name_en", "Trial copy"),
                Map.entry("field", "Thử"),
                Map.entry("field_en", "Trial"),
                Map.entry("tier", "COMMUNE"),
                Map.entry("level", "information"),
                Map.entry("time_amount", "5"),
                Map.entry("time_unit", "working_day"),
                Map.entry("fee_note", "Nơi khác quyết định"),
                Map.entry("agency", "Ủy ban thử"),
                Map.entry("result", "Bản sao"),
                Map.entry("result_en", "Copy"),
                Map.entry("legal_basis", "Luật thử"),
                Map.entry("audience", "person"),
                Map.entry("source", "Quyết định thử"),
                Map.entry("confidence", "H"),
                Map.entry("sets", "1"),
                Map.entry("channels", "online; counter; post"),
                Map.entry("steps", "Nộp hồ sơ; Nhận kết quả"),
                Map.entry("items", "Tờ khai")));
        cells.putAll(ways);
        List<String> columns = Stream.concat(ServiceTable.COLUMNS.stream(), ServiceTable.WAY_COLUMNS.stream())
                .toList();
        return String.join(",", columns)
                + "\n"
                + String.join(
                        ",",
                        columns.stream()
                                .map(column -> cells.getOrDefault(column, ""))
                                .toList())
                + "\n";
    }

    /** Of this test: the others have other administrators. */
    private int entries() {
        return database.sql(
                        "select count(*) from journal.entry where verb = 'publicservice/draft-saved' and actor_id = :actor")
                .param("actor", tables.administrator().value())
                .query(Integer.class)
                .single();
    }
}
