package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseReappointed;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.NextAct;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;
import vn.haidang.publicservice.internal.Papers;
import vn.haidang.publicservice.internal.Traces;

/** Papers that acts give out by themselves, and those an official asks for. */
@WebTest
class PaperPageTests {

    private static final String BIRTH = "1.001193";
    private static final String SINGLE = "1.004873";
    private static final UnitId ANOTHER = UnitId.ofKey("commune-10525-c");

    private final MockMvcTester pages;
    private final Applications applications;
    private final Cases cases;
    private final Accounts accounts;
    private final JdbcClient database;
    private final MovableClock clock;
    private final Applicant people;
    private final Papers papers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    PaperPageTests(
            MockMvcTester pages,
            Applications applications,
            Cases cases,
            Accounts accounts,
            JdbcClient database,
            MovableClock clock,
            ApplicationContext context) {
        this.pages = pages;
        this.applications = applications;
        this.cases = cases;
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.papers = context.getBean(Papers.class);
        this.transaction = context.getBean(TransactionTemplate.class);
        this.events = context;
    }

    @Test
    void theReceiptNamesTheLastDayOfTheLimitAndIsTheApplicantsAndTheDesks() throws IOException {
        Reader reader = people.resident("Vũ Thị Giấy");
        Reader officer = people.officer("Trần Văn Nhận", Role.ONE_STOP_OFFICER);
        ApplicationId id = accepted(SINGLE, reader, officer);
        String paper = "/my/applications/" + id.value() + "/papers/01/1";

        assertThatPage(get("/my/applications/" + id.value(), reader))
                .isVietnamese()
                .hasLink("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", paper)
                .hasNoDuplicateIds();
        LocalDate due =
                Objects.requireNonNull(applications.get(id, reader).promise().dueDay());
        assertThat(text(get(paper, reader)))
                .contains("Vũ Thị Giấy", "Trần Văn Nhận")
                .containsPattern("Hẹn trả kết quả: "
                        + DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).format(due));
        assertThat(get(paper, people.resident("Người Lạ"))).hasStatus(404);
        assertThat(get("/desk/applications/" + id.value() + "/papers/01/1", officer))
                .hasStatusOk();
        assertThat(get("/desk/applications/" + id.value() + "/papers/01/1", elsewhere()))
                .hasStatus(404);
    }

    /** The basis of the request, and the day on which an authority lets silence end the dossier; a dash where none has set one. */
    @Test
    void aRequestSaysOnWhatBasisAndUntilWhenWhereAnAuthorityHasSetIt() throws IOException {
        Reader reader = people.resident("Vũ Thị Thiếu");
        Reader officer = people.officer("Trần Thị Hỏi", Role.ONE_STOP_OFFICER);
        assertThat(request(reader, officer)).contains("Bổ sung trước: \u2014", "điều khoản chưa xác lập");
        database.sql("""
                        insert into casework.clock_rule (rule, validity, duration, notice, source, confidence)
                        values ('silence', '[2026-01-01,)', '10wd', 'Quá thời gian bổ sung', 'Quy chế thử', 'I')
                        """).update();
        try {
            assertThat(request(reader, officer)).containsPattern("Bổ sung trước: [0-9]{2}/[0-9]{2}/2026");
        } finally {
            database.sql("delete from casework.clock_rule where rule = 'silence'")
                    .update();
        }
    }

    private String request(Reader reader, Reader officer) throws IOException {
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);
        CaseSummary seen = summary(id);
        cases.act(NextAct.of(seen, "ask-supplement", "Thiếu bản dịch", officer));
        return text(get("/my/applications/" + id.value() + "/papers/02/1", reader));
    }

    @Test
    void anApologyBecomesFormFourOfTheHeadWhoSentIt() throws IOException {
        Reader reader = people.resident("Lưu Thị Chờ");
        Reader head = people.officer("Ngô Thị Trưởng", Role.UNIT_HEAD);
        ApplicationId id = accepted(BIRTH, reader, people.officer("Cao Văn Nhận", Role.ONE_STOP_OFFICER));
        apologised(id, "15/03/2026 \u2013 Chờ xác minh", head);
        database.sql("update casework.case_file set due_at = '2026-03-12T17:00:00Z' where subject_id = :id")
                .param("id", id.value())
                .update();
        String paper = "/my/applications/" + id.value() + "/papers/04/1";

        assertThatPage(get("/my/applications/" + id.value(), reader))
                .hasLink("Văn bản xin lỗi và đề nghị gia hạn", paper);
        assertThat(text(get(paper, reader)))
                .as("from the day that counts, after the clock stood")
                .contains("trả kết quả: 12/03/2026")
                .contains("Chờ xác minh", "gia hạn đến: 15/03/2026", "Lưu Thị Chờ", "Ngô Thị Trưởng");
        assertThat(database.sql("""
                        select string_agg(s.kind, ' ' order by s.kind) from publicservice.paper p
                        join document.signature s on s.document = p.document
                        where p.application = :id and p.form = '04'
                        """).param("id", id.value()).query(String.class).single())
                .isEqualTo("leader organisation");
    }

    /** Whoever drew it up first died with it; then the news comes twice. */
    @Test
    void anApologyIsGivenOutAtOnceAndOnceThoughAProcessDiedAndTheNewsComesTwice() throws IOException {
        Reader reader = people.resident("Lưu Thị Đợi");
        Reader head = people.officer("Ngô Văn Trưởng", Role.UNIT_HEAD);
        ApplicationId id = accepted(BIRTH, reader, people.officer("Cao Thị Nhận", Role.ONE_STOP_OFFICER));
        apologised(id, "15/03/2026 \u2013 Chờ xác minh", head);
        transaction.executeWithoutResult(status -> {
            assertThat(papers.open(id, "04", "1")).isPresent();
            status.setRollbackOnly();
        });
        assertThat(papers(id, "04")).isZero();

        CaseSummary late = summary(id);
        var told = new CaseReappointed(
                late.id(), late.code(), late.subjectType(), late.applicant(), LocalDate.of(2026, 3, 15));
        for (int times = 1; times <= 2; times++) {
            transaction.executeWithoutResult(status -> events.publishEvent(told));
            int heard = times;
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> heard(late) == heard);
        }

        assertThat(papers(id, "04")).isEqualTo(1);
        assertThat(database.sql("""
                        select count(*) from document.issued where subject_id = :id and kind = 'XLGH'
                        """)
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThatPage(get("/my/applications/" + id.value(), reader))
                .as("before anybody opened it")
                .contains(number(id));
        assertThat(text(get("/my/applications/" + id.value() + "/papers/04/1", reader)))
                .contains("gia hạn đến: 15/03/2026", "Ngô Văn Trưởng");
    }

    private int heard(CaseSummary late) {
        return database.sql("""
                        select count(*) from platform.event_publication
                        where listener_id like '%.Papers.%' and serialized_event like :case and completion_date is not null
                        """)
                .param("case", "%" + late.id().value() + "%")
                .query(Integer.class)
                .single();
    }

    private String number(ApplicationId id) {
        return database.sql("select number from publicservice.paper where application = :id and form = '04'")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    /** As casework keeps it. */
    private void apologised(ApplicationId id, String told, Reader head) {
        database.sql("""
                        insert into casework.event (id, case_file, case_version, at, verb, actor_kind, actor, actor_name,
                          step, reason, tells_applicant)
                        select :id, c.id, c.version, :at, 'apologised', 'ACCOUNT', :actor, :name, c.step, :told, true
                        from casework.case_file c where c.id = :case
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch(clock.instant()))
                .param("at", OffsetDateTime.now(clock))
                .param("actor", account(head).value())
                .param("name", head.displayName())
                .param("told", told)
                .param("case", summary(id).id().value())
                .update();
    }

    @Test
    void aControlSlipIsDrawnUpOnceAndIsTheOfficesOwn() throws IOException {
        Reader reader = people.resident("Bùi Văn Theo");
        Reader officer = people.officer("Lê Thị Giao", Role.ONE_STOP_OFFICER);
        ApplicationId id = accepted(BIRTH, reader, officer);
        String slips = "/desk/applications/" + id.value() + "/control-slips";

        assertThat(post(slips, elsewhere(), "round", "1")).hasStatus(404);
        assertThat(post(slips, people.officer("Kiểm Toán", Role.AUDITOR), "round", "1"))
                .hasStatus(403);
        assertThat(post(slips, officer, "round", "1")).hasStatus3xxRedirection();
        assertThat(post(slips, officer, "round", "1")).hasStatus3xxRedirection();

        assertThat(papers(id, "06")).as("pressed twice").isEqualTo(1);
        assertThat(text(get("/desk/applications/" + id.value() + "/papers/06/1", officer)))
                .contains("PHIẾU KIỂM SOÁT", "Bùi Văn Theo", "Lê Thị Giao", "Người nộp hồ sơ", "Tiếp nhận");
        String mine = "/my/applications/" + id.value();
        assertThat(get(mine + "/papers/06/1", reader))
                .as("the applicant is not given it")
                .hasStatus(404);
        assertThatPage(get(mine, reader)).doesNotContain("Phiếu kiểm soát");
        assertThatPage(get("/desk/cases/" + summary(id).id().value(), officer))
                .contains("Phiếu kiểm soát quá trình giải quyết hồ sơ")
                .hasNoDuplicateIds();
    }

    @Test
    void aRegisterListsWhatTheUnitReceivedAndStaysThere() throws IOException {
        Reader reader = people.resident("Đỗ Thị Sổ");
        Reader officer = people.officer("Hoàng Văn Ghi", Role.ONE_STOP_OFFICER);
        ApplicationId id = accepted(SINGLE, reader, officer);
        String month = YearMonth.now(clock).toString();
        String key = UUID.randomUUID().toString();

        assertThatPage(get("/desk/registers", officer))
                .isVietnamese()
                .hasHeading("Sổ theo dõi hồ sơ")
                .hasNoDuplicateIds();
        assertThat(post("/desk/registers", officer, "month", month, "key", key)).hasStatus3xxRedirection();
        assertThat(post("/desk/registers", officer, "month", month, "key", key)).hasStatus3xxRedirection();
        UUID register = database.sql("select document from publicservice.register where key = :key")
                .param("key", UUID.fromString(key))
                .query(UUID.class)
                .single();

        String path = "/desk/registers/" + register;
        String text = text(get(path, officer));
        assertThat(text).contains("SỔ THEO DÕI HỒ SƠ", "Đỗ Thị Sổ");
        assertThat(text.replace(" ", "")).contains(applications.get(id, reader).dossierCode());
        assertThat(readings(id, officer))
                .as("given out and opened, each named to the applicant")
                .isEqualTo(2);
        assertThat(get(path, elsewhere())).as("of another unit").hasStatus(404);
        assertThatPage(get("/desk/registers", elsewhere())).contains("Chưa lập sổ nào");
        assertThat(get("/desk/registers", reader)).hasStatus(403);
    }

    @Test
    void aMonthWithoutDossiersOrInTheFutureIsSaid() {
        Reader officer = people.officer("Phạm Thị Trống", Role.SPECIALIST);
        String key = UUID.randomUUID().toString();

        MvcTestResult empty = post("/desk/registers", officer, "month", "2019-01", "key", key);
        assertThat(empty).hasStatus(422);
        assertThatPage(empty).hasErrorSummary("month").contains("chưa tiếp nhận hồ sơ nào");
        for (String wrong : new String[] {
            "", "x", "2026-13", YearMonth.now(clock).plusMonths(1).toString()
        }) {
            MvcTestResult refused = post("/desk/registers", officer, "month", wrong, "key", key);
            assertThat(refused).as(wrong).hasStatus(422);
            assertThatPage(refused).hasErrorSummary("month");
        }
    }

    private long readings(ApplicationId id, Reader by) {
        return database.sql("""
                        select count(*) from journal.entry e
                        where e.kind = 'read' and e.reason = 'publicservice/register' and e.actor_id = :by
                          and :id = any (e.subject_ids)
                        """)
                .param("by", account(by).value())
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private ApplicationId accepted(String service, Reader reader, Reader officer) {
        ApplicationId id = people.submitted(service, reader, Device.PHONE);
        CaseSummary seen = summary(id);
        cases.act(NextAct.of(seen, "accept", null, officer));
        return id;
    }

    private CaseSummary summary(ApplicationId id) {
        return cases.of(Traces.APPLICATION, id.value()).orElseThrow();
    }

    private int papers(ApplicationId id, String form) {
        return database.sql("select count(*) from publicservice.paper where application = :id and form = :form")
                .param("id", id.value())
                .param("form", form)
                .query(Integer.class)
                .single();
    }

    private Reader elsewhere() {
        AccountId account = accounts.create(
                new Accounts.NewAccount("elsewhere-" + UUID.randomUUID(), "Người Nơi Khác", null, null));
        accounts.appoint(account, ANOTHER, Role.ONE_STOP_OFFICER, "Cán bộ", LocalDate.of(2025, 7, 1), null);
        return accounts.reader(account);
    }

    private MvcTestResult get(String path, Reader reader) {
        return pages.get().uri(path).with(SignedIn.as(account(reader))).exchange();
    }

    private MvcTestResult post(String path, Reader reader, String... fields) {
        var request = pages.post().uri(path).with(SignedIn.withForm(account(reader)));
        for (int field = 0; field < fields.length; field += 2) {
            request = request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }

    private static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }

    private static String text(MvcTestResult result) throws IOException {
        assertThat(result).hasStatusOk();
        try (PDDocument pdf = Loader.loadPDF(result.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
