package vn.haidang.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.Cookie;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.GovukPage;

/** Every change that is saved here lies in the future and is taken back: the units belong to all tests. */
@WebTest
class AdminUnitsPageTests {

    private static final UnitId HERE = UnitId.ofKey("commune-11311-c");
    private static final String ENDS_KEY = "commune-11329-c";
    private static final UnitId ENDS = UnitId.ofKey(ENDS_KEY);
    private static final String DAY = "2029-01-01";

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Cases cases;
    private final Units units;
    private final MovableClock clock;
    private final JdbcClient database;

    AdminUnitsPageTests(
            MockMvcTester pages, Accounts accounts, Cases cases, Units units, MovableClock clock, JdbcClient database) {
        this.pages = pages;
        this.accounts = accounts;
        this.cases = cases;
        this.units = units;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void leadsToEveryChange() {
        assertThatPage(get("/admin/units?q=hong bang"))
                .isVietnamese()
                .hasLink("Thêm đơn vị", "/admin/units/new")
                .hasLink("Đổi tên, loại, cấp trên", "/admin/units/commune-11311-c/rename")
                .contains("đơn vị chưa xác định kế thừa bằng văn bản")
                .hasNoDuplicateIds();
        assertThatPage(pages.get()
                        .uri("/admin/units")
                        .with(SignedIn.as(administrator()))
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .isEnglish();
    }

    @Test
    void tellsWhatAMergerMovesAndTakesItBackBeforeItsDay() {
        open(ENDS);
        accounts.appoint(account(), ENDS, Role.ONE_STOP_OFFICER, "một cửa thử", LocalDate.of(2025, 7, 1), null);

        var shown = post("/admin/units/reorganise", merger());

        assertThatPage(shown)
                .hasHeading("Thay đổi này sẽ làm gì?")
                .contains(name(ENDS) + " kết thúc, toàn bộ vào Phường Hồng Bàng.")
                .contains("hồ sơ đang xử lý ở đơn vị kết thúc")
                .contains("vị trí công việc ở đơn vị kết thúc")
                .contains("một cửa thử")
                .contains("nhóm so sánh được bị chạm tới")
                .hasNoDuplicateIds();
        assertThat(units.get(ENDS).validTo()).isNull();

        var key = UUID.randomUUID().toString();
        assertThat(save(shown, key)).hasRedirectedUrl("/admin/units?done=1");
        try {
            assertThat(save(shown, key)).as("the same form again").hasRedirectedUrl("/admin/units?done=1");
            assertThat(units.get(ENDS).validTo()).isEqualTo(LocalDate.parse(DAY));
            assertThat(entries(key, "organization/reform-declared")).isOne();
            assertThatPage(get("/admin/units?done=1")).contains("01/01/2029").contains("Rút lại");
        } finally {
            assertThat(post("/admin/units/reforms/" + key + "/withdraw", Map.of()))
                    .hasRedirectedUrl("/admin/units?done=1");
        }
        assertThat(units.get(ENDS).validTo()).isNull();
        assertThat(entries(key, "organization/reform-withdrawn")).isOne();
        assertThat(post("/admin/units/reforms/" + key + "/withdraw", Map.of())).hasStatus(404);
    }

    @Test
    void savesNothingWhenMoreWouldMoveThanWasShown() {
        var shown = post("/admin/units/reorganise", merger());
        open(ENDS);

        var again = save(shown, UUID.randomUUID().toString());

        assertThat(again).hasStatus(409);
        assertThatPage(again).hasHeading("Thay đổi này sẽ làm gì?");
        assertThat(units.get(ENDS).validTo()).isNull();
    }

    @Test
    void asksForWhatAChangeLacks() {
        var form = new HashMap<>(merger());
        form.put("from", "Phường Không Đâu");
        form.put("source", "");
        var page = post("/admin/units/reorganise", form);

        assertThat(page).hasStatus(422);
        assertThatPage(page).hasErrorSummary("from").contains("Không tìm thấy đúng một đơn vị là “Phường Không Đâu”");

        assertThat(post("/admin/units/new", Map.of("on", "hôm nay"))).hasStatus(422);
        assertThat(post("/admin/units/commune-11311-c/rename", Map.of())).hasStatus(422);
        assertThat(get("/admin/units/commune-11311-c/weights")).hasStatus(404);
    }

    @Test
    void readsATableWhateverASpreadsheetMadeOfIt() {
        var table = "from;to;extent;name;name_en;kind;parent;code\n" + "commune-11329-c;commune-99009-2029;whole;"
                + "Phường Thử;Thử Ward;ward;;99009\n";
        var decomposed = Normalizer.normalize(table, Normalizer.Form.NFD);
        for (var bytes : new byte[][] {
            ("\ufeff" + table).getBytes(StandardCharsets.UTF_8),
            decomposed.getBytes(StandardCharsets.UTF_8),
            oldCodePage(table),
            ("\ufeff" + table.replace(';', '\t')).getBytes(StandardCharsets.UTF_16LE)
        }) {
            assertThatPage(upload(bytes)).contains("Phường Thử bắt đầu.").contains("toàn bộ vào Phường Thử.");
        }
        var wrong = upload(table.replace("commune-11329-c", "nowhere").getBytes(StandardCharsets.UTF_8));
        assertThat(wrong).hasStatus(422);
        assertThatPage(wrong).contains("Chưa nhận gì từ tệp").contains("Dòng 2 from");
        assertThat(upload("x,y\n1,2\n".getBytes(StandardCharsets.UTF_8))).hasStatus(422);
        assertThat(upload(new byte[0])).hasStatus(422);
    }

    @Test
    void opensToNobodyElseAndTakesNothingForged() {
        var officer = account();
        accounts.appoint(officer, HERE, Role.ONE_STOP_OFFICER, "một cửa", LocalDate.of(2025, 7, 1), null);

        assertThat(pages.get().uri("/admin/units").with(SignedIn.as(officer)).exchange())
                .hasStatus(403);
        for (var forged : new String[] {"", "{}", "no json", "{\"on\":\"2029-01-01\",\"paper\":null}"}) {
            assertThat(post("/admin/units/save", Map.of("reform", forged, "key", "" + UUID.randomUUID())))
                    .hasStatus(400);
        }
    }

    private static Map<String, String> merger() {
        return Map.of(
                "on",
                DAY,
                "from",
                ENDS_KEY,
                "how",
                "whole",
                "to1",
                "commune-11311-c",
                "symbol",
                "9/NQ-HĐND",
                "issuer",
                "Hội đồng",
                "paper",
                "Sắp xếp thử",
                "source",
                "Công báo thử");
    }

    /** As an old spreadsheet writes it: tone marks behind their letters where the code page has no letter with both. */
    private static byte[] oldCodePage(String text) {
        var encoder = Charset.forName("windows-1258").newEncoder();
        var written = new StringBuilder();
        text.codePoints().forEach(c -> {
            var letter = Character.toString(c);
            written.append(encoder.canEncode(letter) ? letter : split(letter));
        });
        return written.toString().getBytes(Charset.forName("windows-1258"));
    }

    private static String split(String letter) {
        var apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
        var tone = apart.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
        var base = apart.replaceAll("[\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
        return Normalizer.normalize(base, Normalizer.Form.NFC) + tone;
    }

    private void open(UnitId unit) {
        CaseId id = CaseId.next(clock);
        cases.open(new OpenCase(
                id,
                "civil-status-same-day",
                "HS-" + id.value(),
                "Đăng ký khai sinh",
                "publicservice/application",
                UuidCreator.getTimeOrderedEpoch(),
                unit,
                unit,
                Channel.ONLINE,
                null,
                "Nguyễn Thị Na",
                new ClockTerms("5d", "resume", "mặc định", "Luật", "standard"),
                clock.instant(),
                false,
                Actor.ANONYMOUS));
    }

    private String name(UnitId unit) {
        return units.get(unit).name();
    }

    private long entries(String reform, String verb) {
        return database.sql("""
                        select count(*) from journal.entry e
                        where e.verb = :verb and e.subject_ids @> array[cast(:id as uuid)]
                        """)
                .param("verb", verb)
                .param("id", reform)
                .query(Long.class)
                .single();
    }

    private MvcTestResult save(MvcTestResult shown, String key) {
        var page = assertThatPage(shown);
        return post(
                "/admin/units/save",
                Map.of("reform", value(page, "reform"), "token", value(page, "token"), "key", key));
    }

    private static String value(GovukPage page, String field) {
        return Objects.requireNonNull(page.document().selectFirst("input[name=" + field + "]"))
                .val();
    }

    private MvcTestResult upload(byte[] csv) {
        return pages.post()
                .uri("/admin/units/import")
                .multipart()
                .file("file", csv)
                .param("on", DAY)
                .param("symbol", "9/NQ-HĐND")
                .param("issuer", "Hội đồng")
                .param("paper", "Sắp xếp thử")
                .param("source", "Công báo thử")
                .with(SignedIn.withForm(administrator()))
                .exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = pages.post().uri(path).with(SignedIn.withForm(administrator()));
        for (var field : form.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return pages.get().uri(path).with(SignedIn.as(administrator())).exchange();
    }

    private AccountId account() {
        return accounts.create(
                new Accounts.NewAccount("units-" + UuidCreator.getTimeOrderedEpoch(), "Quản trị đơn vị", null, null));
    }

    private AccountId administrator() {
        var account = account();
        accounts.appoint(account, HERE, Role.ADMINISTRATOR, "quản trị", LocalDate.of(2025, 7, 1), null);
        return account;
    }
}
