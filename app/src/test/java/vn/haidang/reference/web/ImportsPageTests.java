package vn.haidang.reference.web;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.reference.ImportCheck;
import vn.haidang.reference.ImportCheck.FileLine;
import vn.haidang.reference.ImportCheck.State;
import vn.haidang.reference.IntakeReport.Remark;
import vn.haidang.reference.internal.intake.LeftKind;

@WebTest
class ImportsPageTests {

    private static final String PROCEDURES = """
            code;name;ministry;field;levels;agency;time_limit;fee_min_vnd;fee_max_vnd;n_dossier_items
            9.100001;Thủ tục thử một;Bộ Thử;Thử;Cấp xã;Ủy ban thử;5 Ngày làm việc;20000;20000;3
            9.100002;Thủ tục thử hai;Bộ Thử;Thử;Cấp xã;Ủy ban thử;1 (không ghi đơn vị);20;20;3
            9.100003;Thủ tục thử ba;Bộ Thử;Thử;Cấp xã;Ủy ban thử;;0;0;2
            2.000488;Thủ tục đã thay;Bộ Thử;Thử;Cấp tỉnh;Sở thử;10 Ngày;0;0;2
            2.000488;Thủ tục đã thay;Bộ Thử;Thử;Cấp tỉnh;Sở thử;10 Ngày;0;0;2
            mã lạ;Thủ tục không mã;Bộ Thử;Thử;Cấp tỉnh;Sở thử;10 Ngày;0;0;2
            """;
    private static final String DETAILS = """
            [{"code":"9.100002","channels":[{"channel":"Trực tiếp","time":1,"time_unit":null,"fee":20,"fee_currency":"VND"},
              {"channel":"Trực tuyến","time":2,"time_unit":"Ngày","fee":null,"fee_currency":null}],
              "dossier":[{"case":null,"items":[{"name":"Tờ khai","original":1,"copy":0},{"name":"Ghi chú","original":0,"copy":0}]}],
              "steps":"dài"},
             {"code":"9.100001","channels":[],"dossier":[]}]
            """;
    private static final String UNITS = """
            code,full_name,name,type,province_code,province_full_name
            11311,Phường Hồng Bàng,Hồng Bàng,Phường,31,Thành phố Hải Phòng
            11602,Phường Tên Khác,Tên Khác,Phường,31,Thành phố Hải Phòng
            99998,Xã Chưa Biết,Chưa Biết,Xã,31,Thành phố Hải Phòng
            00004,Phường Ba Đình,Ba Đình,Phường,01,Thành phố Hà Nội
            00004,Phường Ba Đình,Ba Đình,Phường,01,Thành phố Hà Nội
            """;
    private static final String WAYS = """
            old_province_code,old_commune_code,new_commune_code,share
            30,10528,10532,part
            30,10528,10532,whole
            30,00000,10532,whole
            """;
    private static final String MAP = """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"code":"01","name":"Hà Nội"},"geometry":{"type":"Polygon",
               "coordinates":[[[105.5,20.8],[106,20.8],[106,21.2],[105.5,20.8]]]}},
              {"type":"Feature","properties":{"code":"xx","name":"Nơi khác"},"geometry":{"type":"Polygon",
               "coordinates":[[[105.5,20.8],[106,20.8],[106,21.2],[105.5,20.8]]]}}]}
            """;
    private static final String SCORES = """
            index,year,province,province_code,province_set,component,score,rank,unit,source,confidence
            Thử,2023,Hải Phòng,31,63 tỉnh,Tổng,0.7000,3,,nguồn thử,cao
            Thử,2023,Cả nước,,63 tỉnh,Tổng,0.5,,,nguồn thử,cao
            Thử,2023,Hải Dương,30,63 tỉnh,Tổng,,,,nguồn thử,cao
            """;
    private static final String SERIES = """
            indicator,territory,period,value,unit,note,source,confidence
            Tăng thử,Hải Phòng (trước 1/7/2025),2025-H1,11.2,%,,nguồn thử,trung bình
            Tăng thử,Hải Phòng (trước 1/7/2025),2025-H1,11.3,%,,nguồn khác,cao
            Tăng thử,Hải Phòng (sau sáp nhập),2025,13-13.5,%,,nguồn thử,cao
            Tăng thử,Hải Phòng (sau sáp nhập),mai,13,%,,nguồn thử,cao
            """;
    private static final String CALENDAR = """
            date,weekday,kind,name,basis,confidence
            2026-01-01,Thứ năm,public_holiday,Tết Dương lịch,luật,cao
            2026-03-04,Thứ tư,public_holiday,Nghỉ lạ,không rõ,thấp
            2024-01-01,Thứ hai,public_holiday,Tết Dương lịch,luật,cao
            1950-01-02,Thứ hai,public_holiday,Nghỉ xưa,không rõ,thấp
            """;

    private final ImportCheck imports;
    private final MockMvcTester pages;
    private final Accounts accounts;
    private final JdbcClient database;
    private final MessageSource messages;

    @TempDir
    Path folder;

    ImportsPageTests(
            ImportCheck imports, MockMvcTester pages, Accounts accounts, JdbcClient database, MessageSource messages) {
        this.imports = imports;
        this.pages = pages;
        this.accounts = accounts;
        this.database = database;
        this.messages = messages;
    }

    @BeforeEach
    void fillTheFolder() throws IOException {
        Files.createDirectory(folder.resolve("maps"));
        Files.write(folder.resolve("procedures.csv"), ("\ufeff" + PROCEDURES).getBytes(UTF_8));
        Files.writeString(folder.resolve("details.json"), DETAILS);
        Files.write(folder.resolve("units_2025-07-01.csv"), ("\ufeff" + UNITS).getBytes(UTF_16LE));
        Files.writeString(folder.resolve("ways.csv"), WAYS);
        Files.writeString(folder.resolve("maps/provinces.geojson"), MAP);
        Files.writeString(folder.resolve("scores.csv"), Normalizer.normalize(SCORES, Normalizer.Form.NFD));
        Files.writeString(folder.resolve("series.csv"), SERIES);
        Files.writeString(folder.resolve("days.csv"), CALENDAR);
        Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        Files.writeString(
                folder.resolve("sheet.csv"), "stt,scope,group,name,metric_code,max_score,note\n1,a,b,c,d,2,\n");
        Files.writeString(folder.resolve("people.json"), "{\"note\": \"x\", \"surnames\": [\"An\"]}");
        Files.write(folder.resolve("old.csv"), new byte[] {'c', 'o', 'd', 'e', '\n', (byte) 0xb8, (byte) 0xff, '\n'});
        Files.writeString(folder.resolve("notes.md"), "no data");
    }

    @Test
    void takesEveryKindOfFileAndTellsEveryDoubtfulRow() throws IOException {
        var told = new Told();

        var files = imports.run(folder, true, Actor.SYSTEM, told);

        assertThat(files)
                .extracting(FileLine::name, FileLine::kind, FileLine::state)
                .containsExactlyInAnyOrder(
                        tuple("procedures.csv", "publicservice/procedure-list", State.TAKEN),
                        tuple("details.json", "publicservice/procedure-detail", State.TAKEN),
                        tuple("units_2025-07-01.csv", "organization/unit-list", State.TAKEN),
                        tuple("maps/provinces.geojson", "organization/boundaries", State.TAKEN),
                        tuple("ways.csv", "organization/unit-mapping", State.TAKEN),
                        tuple("scores.csv", "indicator/published", State.TAKEN),
                        tuple("series.csv", "indicator/published", State.TAKEN),
                        tuple("days.csv", "worktime/calendar", State.TAKEN),
                        tuple("other.csv", null, State.UNKNOWN),
                        tuple("sheet.csv", "reference/score-sheet", State.UNKNOWN),
                        tuple("people.json", "reference/made-up-names", State.UNKNOWN),
                        tuple("old.csv", null, State.REFUSED));
        assertThat(told.of("procedures.csv"))
                .containsExactly(
                        "3 9.100002 publicservice.intake.no-unit",
                        "3 9.100002 publicservice.intake.low-fee",
                        "4 9.100003 publicservice.intake.no-time",
                        "5 2.000488 publicservice.intake.replaced",
                        "6 2.000488 reference.refused.duplicate",
                        "7 mã lạ publicservice.intake.bad-code");
        assertThat(told.of("details.json"))
                .containsExactly(
                        "1 9.100002 publicservice.intake.channels-no-unit",
                        "1 9.100002 publicservice.intake.low-fee",
                        "1 9.100002 publicservice.intake.explaining",
                        "2 9.100001 publicservice.intake.no-channel");
        assertThat(told.of("units_2025-07-01.csv"))
                .containsExactly(
                        "3 11602 organization.intake.other-name",
                        "4 99998 organization.intake.unknown-here",
                        "6 00004 reference.refused.duplicate");
        assertThat(told.of("maps/provinces.geojson"))
                .containsExactly("0 maps/provinces.geojson organization.intake.outside");
        assertThat(told.of("ways.csv"))
                .containsExactly("3 10528 organization.intake.other-way", "4 00000 organization.intake.unknown-way");
        assertThat(told.of("scores.csv"))
                .containsExactly("3 Thử indicator.intake.no-place", "4 Thử indicator.intake.no-number");
        assertThat(told.of("series.csv"))
                .containsExactly(
                        "3 Tăng thử indicator.intake.contradicts",
                        "3 Tăng thử indicator.intake.said-before",
                        "4 Tăng thử indicator.intake.no-number",
                        "5 Tăng thử indicator.intake.no-period");
        assertThat(told.of("days.csv"))
                .containsExactly(
                        "3 2026-03-04 worktime.intake.plain-here",
                        "5 1950-01-02 worktime.intake.unknown-year",
                        "0 days.csv worktime.intake.years-missing",
                        "0 days.csv worktime.intake.year-missing");
        assertThat(told.of("old.csv")).containsExactly("2  reference.refused.encoding");
        assertThat(database.sql("select replaced_by from publicservice.listed_procedure where code = '2.000488'")
                        .query(String.class)
                        .single())
                .isEqualTo("3.000333");
        assertThat(database.sql("select count(*) from publicservice.listed_item where code = '9.100002' and explains")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void aSecondRunChangesNothing() throws IOException {
        imports.run(folder, false, Actor.SYSTEM, ImportCheck.silent(line -> {}));
        var before = state();

        var second = imports.run(folder, false, Actor.SYSTEM, ImportCheck.silent(line -> {}));
        assertThat(second)
                .filteredOn(file -> file.kind() != null && file.state() != State.UNKNOWN)
                .extracting(FileLine::state)
                .containsOnly(State.SAME);
        var again = imports.run(folder, true, Actor.SYSTEM, ImportCheck.silent(line -> {}));
        assertThat(again)
                .filteredOn(file -> file.kind() != null && file.state() != State.UNKNOWN)
                .extracting(FileLine::state)
                .containsOnly(State.TAKEN);
        assertThat(again).extracting(file -> file.counts().changed()).containsOnly(0L);

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void takesNothingOfAFileThatIsWrongAnywhere() throws IOException {
        var rows = new StringBuilder("code,name,ministry,field\n");
        for (int i = 0; i < 1200; i++) {
            rows.append("8.%06d,Thủ tục %d,Bộ Thử,Thử%n".formatted(i, i));
        }
        Files.writeString(folder.resolve("procedures.csv"), rows + "8.999999,thiếu ô\n");
        Files.writeString(folder.resolve("details.json"), DETAILS.substring(0, DETAILS.length() - 9));
        Files.writeString(folder.resolve("maps/provinces.geojson"), MAP.substring(0, 300));
        var told = new Told();
        var before = boundaries();

        var files = imports.run(folder, true, Actor.SYSTEM, told);

        assertThat(files)
                .filteredOn(file -> file.state() == State.REFUSED)
                .extracting(FileLine::name)
                .contains("procedures.csv", "details.json", "maps/provinces.geojson");
        assertThat(told.of("procedures.csv")).contains("1202  reference.refused.cells");
        assertThat(told.of("details.json")).last().asString().contains("publicservice.intake.no-json");
        assertThat(told.of("maps/provinces.geojson")).containsExactly("2  organization.boundary.no-json");
        assertThat(database.sql("select count(*) from publicservice.listed_procedure where code like '8.%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(boundaries()).isEqualTo(before);
    }

    @Test
    void theAdministrationPageShowsHowFarItIsAndEveryRemark() throws IOException {
        var running = new ArrayList<String>();
        imports.run(folder, true, Actor.SYSTEM, ImportCheck.silent(line -> {
            if (line.number() == 3) {
                running.add(assertThatPage(get("/admin/imports")).document().text());
            }
        }));

        assertThat(running.getFirst())
                .contains("Đang nhập: xong 3 trong 12 tệp")
                .contains("Chờ");
        var page = assertThatPage(get("/admin/imports"))
                .isVietnamese()
                .hasHeading("Nhập dữ liệu")
                .contains("Đã xong 12 tệp")
                .hasTag("Không nhận")
                .contains("Danh mục thủ tục hành chính")
                .contains("Bảng chấm điểm Bảng điểm đi kèm chương trình")
                .contains("Chưa có phần nào nhận loại tệp này")
                .hasNoDuplicateIds();
        var link = page.document().selectXpath("//a[text()='procedures.csv']").attr("href");
        assertThatPage(get(link))
                .hasHeading("procedures.csv")
                .contains("phí 20 VNĐ quá thấp")
                .contains("mã này đã được thay bằng 3.000333")
                .contains("thời hạn “1 (không ghi đơn vị)” không có đơn vị");
        assertThat(get(link + "&page=99")).hasStatusOk();
        assertThatPage(get("/admin/imports/file?number=77")).hasHeading("Nhập dữ liệu");
        assertThat(pages.get()
                        .uri("/admin/imports")
                        .with(SignedIn.as(account()))
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void everyKindThatIsLeftSaysWhyInBothLanguages() {
        for (var left : LeftKind.values()) {
            var why = LeftKind.whyKey(left.kind()).orElseThrow();
            var vietnamese = messages.getMessage(why, null, Locale.of("vi"));
            assertThat(messages.getMessage(why, null, Locale.ENGLISH))
                    .isNotBlank()
                    .isNotEqualTo(vietnamese);
        }
        assertThat(LeftKind.whyKey("publicservice/procedure-list")).isEmpty();
    }

    /** Hears everything. */
    private static final class Told implements ImportCheck.Listener {

        private final List<Map.Entry<String, Remark>> remarks = new ArrayList<>();

        @Override
        public void remark(String file, Remark remark) {
            remarks.add(Map.entry(file, remark));
        }

        @Override
        public void progress(String file, long read) {
            // small files
        }

        @Override
        public void done(FileLine line, int files) {
            // returned
        }

        List<String> of(String file) {
            return remarks.stream()
                    .filter(entry -> entry.getKey().equals(file))
                    .map(Map.Entry::getValue)
                    .map(remark -> remark.line() + " " + remark.subject() + " " + remark.messageKey())
                    .toList();
        }
    }

    private String state() {
        return database.sql("""
                        select
                          (select md5(string_agg(l::text, '|' order by l.code)) from publicservice.listed_procedure l) as procedures,
                          (select md5(string_agg(l::text, '|' order by l.code, l.ordinal)) from publicservice.listed_item l) as items,
                          (select md5(string_agg(l::text, '|' order by l.code, l.ordinal)) from publicservice.listed_channel l)
                            as channels,
                          (select md5(string_agg(l::text, '|' order by l.as_of, l.code)) from organization.listed_unit l) as units,
                          (select count(*) from organization.boundary_set) as boundaries,
                          (select count(*) from indicator.external_value) as external,
                          (select count(*) from reference.taken_file) as taken
                        """).query().singleRow().toString();
    }

    private long boundaries() {
        return database.sql("select count(*) from organization.boundary_set")
                .query(Long.class)
                .single();
    }

    private MvcTestResult get(String path) {
        var account = account();
        accounts.appoint(
                account,
                UnitId.ofKey("commune-11311-c"),
                Role.ADMINISTRATOR,
                "quản trị",
                LocalDate.of(2025, 7, 1),
                null);
        return pages.get().uri(path).with(SignedIn.as(account)).exchange();
    }

    private AccountId account() {
        return accounts.create(
                new Accounts.NewAccount("imports-" + UuidCreator.getTimeOrderedEpoch(), "Quản trị", null, null));
    }
}
