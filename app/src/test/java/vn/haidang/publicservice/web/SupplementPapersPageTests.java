package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Device;
import vn.haidang.publicservice.internal.StoppedClocks;
import vn.haidang.publicservice.internal.StoppedClocks.Sign;
import vn.haidang.publicservice.internal.Traces;

/** P5: whoever asks for a supplement names the papers of the procedure by ticking them, and is warned where none is named. */
@WebTest
class SupplementPapersPageTests {

    private static final String SINGLE = "1.004873";

    private final MockMvcTester pages;
    private final Cases cases;
    private final StoppedClocks clocks;
    private final Applicant people;
    private final JdbcClient database;

    SupplementPapersPageTests(
            MockMvcTester pages, Cases cases, StoppedClocks clocks, JdbcClient database, ApplicationContext context) {
        this.pages = pages;
        this.cases = cases;
        this.clocks = clocks;
        this.database = database;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
    }

    @Test
    void namesWhatIsTickedToTheApplicantOnTheFormAndToTheHead() throws IOException {
        Reader reader = people.resident("Vũ Thị Tích");
        Reader officer = people.officer("Trần Văn Nêu", Role.ONE_STOP_OFFICER);
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);

        assertThatPage(get(path(id), officer))
                .has("input[name=papers][value='1']")
                .has("input[name=papers][value='5']")
                .hasNo("input[name=papers][value='6']")
                .hasNoDuplicateIds();
        assertThat(ask(id, "Chưa đủ", officer, "papers=5&papers=1")).hasStatus3xxRedirection();

        for (String page : List.of("", "/supplement")) {
            assertThatPage(get("/my/applications/" + id.value() + page, reader))
                    .contains("Chưa đủ Giấy tờ cần bổ sung: Tờ khai Văn bản ủy quyền");
        }
        assertThat(text(get("/my/applications/" + id.value() + "/papers/02/1", reader)))
                .contains("Văn bản ủy quyền")
                .contains("Nộp bổ sung giấy tờ này");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThatPage(get("/my/notifications", reader))
                        .contains("cần bạn bổ sung: Tờ khai; Văn bản ủy quyền."));
        assertThat(signs(id)).doesNotContain(Sign.NAMELESS);
    }

    @Test
    void warnsOnceWhereNoPaperIsNamedAndTheHeadSeesWhoSendsItAllTheSame() {
        Reader reader = people.resident("Vũ Thị Trống");
        Reader officer = people.officer("Trần Văn Quên", Role.ONE_STOP_OFFICER);
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);

        MvcTestResult warned = ask(id, "Bổ sung giấy tờ theo quy định", officer, "");
        assertThat(warned).hasStatus(422);
        assertThatPage(warned)
                .contains("Yêu cầu chưa nêu giấy tờ nào của thủ tục")
                .has("details[open] input[name=papers]")
                .has("input[name=nameless]");
        assertThat(summary(id).status()).isEqualTo(CaseStatus.OPEN);

        assertThat(ask(id, "Bổ sung giấy tờ theo quy định", officer, "nameless=yes"))
                .hasStatus3xxRedirection();
        assertThat(summary(id).status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(signs(id)).contains(Sign.NAMELESS);
    }

    @Test
    void takesAPaperNamedInWordsWithoutAWarning() {
        Reader officer = people.officer("Trần Văn Viết", Role.ONE_STOP_OFFICER);
        Reader reader = people.resident("Vũ Thị Chữ");
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);

        assertThat(ask(id, "Thiếu văn bản ủy quyền", officer, "")).hasStatus3xxRedirection();
        assertThat(signs(id)).doesNotContain(Sign.NAMELESS);
        assertThatPage(get("/my/applications/" + id.value(), reader))
                .contains("Thiếu văn bản ủy quyền")
                .doesNotContain("Giấy tờ cần bổ sung:");
    }

    @Test
    void holdsProgramsToTheSameRule() {
        Reader reader = people.resident("Vũ Thị Máy");
        Reader officer = people.officer("Trần Văn Chương", Role.ONE_STOP_OFFICER);
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);

        assertThat(program(id, officer, "\"reason\": \"Bổ sung\""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("casework/no-paper-named");
        assertThat(program(id, officer, "\"papers\": [\"99\"]"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("casework/no-such-paper");
        assertThat(summary(id).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(program(id, officer, "\"papers\": [\"5\", \"1\"]")).hasStatusOk();
        assertThatPage(get("/my/applications/" + id.value(), reader))
                .contains("Giấy tờ cần bổ sung: Tờ khai Văn bản ủy quyền");
        assertThat(signs(id)).doesNotContain(Sign.NAMELESS);
    }

    @Test
    void takesAFileForEachPaperAndShowsTheOfficerWhichCame() {
        Reader reader = people.resident("Vũ Thị Nộp");
        Reader officer = people.officer("Trần Văn Nhận", Role.ONE_STOP_OFFICER);
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);
        assertThat(ask(id, "Chưa đủ", officer, "papers=5&papers=1")).hasStatus3xxRedirection();
        String form = "/my/applications/" + id.value() + "/supplement";
        assertThatPage(get(form, reader))
                .has("input[type=file][name=paper-1]")
                .has("input[type=file][name=paper-5]")
                .hasNo("input[type=file][name=paper-2]")
                .has("input[type=file][name=files]")
                .hasNoDuplicateIds();

        MvcTestResult refused = supply(form, reader, pdf("paper-5", "giay.pdf", "MZ not a paper"));
        assertThat(refused).hasStatus(422);
        assertThatPage(refused)
                .contains("Tôi gửi")
                .has(".govuk-form-group--error input[name=paper-5]")
                .hasNo(".govuk-form-group--error input[name=files]");
        assertThat(summary(id).status()).isEqualTo(CaseStatus.PAUSED);

        assertThat(supply(
                        form,
                        reader,
                        pdf("paper-5", "uy-quyen.pdf", "%PDF-1.4\n5" + id + "\n%%EOF"),
                        pdf("paper-2", "khac.pdf", "%PDF-1.4\n2" + id + "\n%%EOF")))
                .hasStatus3xxRedirection();
        assertThatPage(get("/my/applications/" + id.value(), reader)).contains("Nộp cho: Văn bản ủy quyền");
        assertThatPage(get(path(id), officer))
                .contains("Tờ khai Chưa có tệp riêng")
                .contains("Văn bản ủy quyền Đã có tệp uy-quyen.pdf");
        assertThat(database.sql(
                                "select field from publicservice.application_file where application = :id and round = 1")
                        .param("id", id.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("paper-5", "supplement");
    }

    private MvcTestResult supply(String form, Reader by, MockMultipartFile... files) {
        var request = pages.post()
                .uri(form)
                .with(SignedIn.withForm(Objects.requireNonNull(by.account())))
                .multipart()
                .param("key", UUID.randomUUID().toString())
                .param("note", "Tôi gửi");
        List.of(files).forEach(request::file);
        return request.exchange();
    }

    private static MockMultipartFile pdf(String field, String name, String content) {
        return new MockMultipartFile(field, name, "application/pdf", content.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult program(ApplicationId id, Reader by, String more) {
        String item = Objects.requireNonNull(database.sql(
                        "select cast(id as text) from casework.work_item where case_file = :case and state <> 'DONE'")
                .param("case", summary(id).id().value())
                .query(String.class)
                .single());
        return pages.post()
                .uri("/api/casework/work-items/" + item + "/complete")
                .with(SignedIn.withForm(Objects.requireNonNull(by.account())))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"outcome\": \"ask-supplement\", " + more + "}")
                .exchange();
    }

    @Test
    void refusesATickedPaperThatTheOfficeLooksUpItself() {
        Reader officer = people.officer("Trần Văn Tra", Role.ONE_STOP_OFFICER);
        ApplicationId id = people.submitted(SINGLE, people.resident("Vũ Thị Trú"), Device.PHONE);

        MvcTestResult refused = ask(id, "Chưa đủ", officer, "papers=3");
        assertThat(refused).hasStatus(409);
        assertThatPage(refused)
                .has("input[name=papers][value='3'][checked]")
                .hasNo("input[name=papers][value='5'][checked]");
        assertThat(summary(id).status()).isEqualTo(CaseStatus.OPEN);
    }

    private MvcTestResult ask(ApplicationId id, String reason, Reader by, String more) {
        CaseSummary seen = summary(id);
        return pages.post()
                .uri(path(id) + "/act?" + more)
                .param("version", Long.toString(seen.version()))
                .param("step", Objects.requireNonNull(seen.step()))
                .param("outcome", "ask-supplement")
                .param("reason", reason)
                .param("key", UUID.randomUUID().toString())
                .with(SignedIn.withForm(Objects.requireNonNull(by.account())))
                .exchange();
    }

    private Set<Sign> signs(ApplicationId id) {
        UUID asked = summary(id).id().value();
        List<StoppedClocks.Request> found =
                clocks.of(people.officer("Phạm Văn Xét", Role.UNIT_HEAD)).signed();
        return found.stream()
                .filter(each -> each.caseId().equals(asked))
                .findFirst()
                .map(StoppedClocks.Request::signs)
                .orElse(Set.of());
    }

    private String path(ApplicationId id) {
        return "/desk/cases/" + summary(id).id().value();
    }

    private CaseSummary summary(ApplicationId id) {
        return cases.of(Traces.APPLICATION, id.value()).orElseThrow();
    }

    private MvcTestResult get(String path, Reader reader) {
        return pages.get()
                .uri(path)
                .with(SignedIn.as(Objects.requireNonNull(reader.account())))
                .exchange();
    }

    private static String text(MvcTestResult result) throws IOException {
        assertThat(result).hasStatusOk();
        try (PDDocument pdf = Loader.loadPDF(result.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
