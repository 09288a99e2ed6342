package vn.haidang.publicservice.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.StatementCount;
import vn.haidang.WebTest;
import vn.haidang.files.FileId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.Device;
import vn.haidang.publicservice.internal.once.CorrectionRows;
import vn.haidang.registry.Parties;
import vn.haidang.registry.Persons;

/** One's own data, page by page: in both languages, without script, and nobody else's. */
@WebTest
class OwnDataPageTests {

    private static final String SINGLE = "1.004873";
    private static final List<String> PAGES = List.of(
            "/my/data",
            "/my/data/readings",
            "/my/data/readings?own=1",
            "/my/data/papers",
            "/my/data/consents",
            "/my/data/requests",
            "/my/data/requests/new",
            "/my/data/correct/person.full-name",
            "/my/data/correct/person.birth-date",
            "/my/data/correct/person.sex",
            "/my/data/correct/person.residence",
            "/my/data/copies");

    private final MockMvcTester pages;
    private final Applications applications;
    private final Journal journal;
    private final Applicant people;
    private final CorrectionRows corrections;
    private final Parties parties;
    private final JdbcClient jdbc;
    private final Units units;
    private final Catalogue services;

    OwnDataPageTests(
            MockMvcTester pages,
            Applications applications,
            CorrectionRows corrections,
            Parties parties,
            JdbcClient jdbc,
            ApplicationContext context) {
        this.pages = pages;
        this.applications = applications;
        this.journal = context.getBean(Journal.class);
        this.corrections = corrections;
        this.parties = parties;
        this.jdbc = jdbc;
        this.units = context.getBean(Units.class);
        this.services = context.getBean(Catalogue.class);
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
    }

    @Test
    void everyPageStandsInBothLanguages() {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb V\u00e2n");
        people.submitted(SINGLE, reader, Device.PHONE);
        for (String page : PAGES) {
            assertThatPage(get(page, reader)).hasNoDuplicateIds();
            assertThatPage(pages.get()
                            .uri(page)
                            .with(SignedIn.as(account(reader)))
                            .cookie(new Cookie("language", "en"))
                            .exchange())
                    .isEnglish()
                    .hasNoDuplicateIds();
        }
    }

    @Test
    void saysWhoLookedByPostAndUnitAndNeverByName() {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb Xu\u00e2n");
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        Reader officer = people.officer("C\u00f4ng ch\u1ee9c m\u1ed9t c\u1eeda", Role.ONE_STOP_OFFICER);
        journal.read(
                officer.actor(),
                "casework/desk",
                List.of(new Subject("casework/case", application.caseId().value())));

        assertThatPage(get("/my/data/readings", reader))
                .contains("C\u00f4ng ch\u1ee9c m\u1ed9t c\u1eeda")
                .contains("Gi\u1ea3i quy\u1ebft h\u1ed3 s\u01a1")
                .contains(application.dossierCode());
    }

    @Test
    void readingsAskNoMoreStatementsWhenThereAreMore() {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb Y\u1ebfn");
        Reader officer = people.officer("Officer", Role.ONE_STOP_OFFICER);
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        var subject = List.of(new Subject("casework/case", application.caseId().value()));
        journal.read(officer.actor(), "casework/desk", subject);
        long few = fewest("/my/data/readings", reader);
        for (int i = 0; i < 15; i++) {
            journal.read(people.officer("Officer", Role.SPECIALIST).actor(), "casework/desk", subject);
        }

        assertThat(fewest("/my/data/readings", reader)).isLessThanOrEqualTo(few);
    }

    @Test
    void whatIsReadAtOnceIsOneRowAndCountedAsOne() {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb Qu\u1ef3nh");
        Reader officer = people.officer("Reads A Lot", Role.ONE_STOP_OFFICER);
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        for (int i = 0; i < 25; i++) {
            journal.read(
                    officer.actor(),
                    "casework/desk",
                    List.of(new Subject("casework/case", application.caseId().value())));
        }

        var page = assertThatPage(get("/my/data/readings", reader)).hasNo("nav.govuk-pagination");
        int rows = page.document().select("tbody tr").size();
        assertThat(rows).as("one, or two where a minute ended meanwhile").isBetween(1, 2);
        page.contains("T\u1eeb 1 \u0111\u1ebfn %d trong %d".formatted(rows, rows));
    }

    @Test
    void aResultSaysWhatItIsOfWhoIssuedItAndForWhichApplication() {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb Loan");
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        UUID file = UUID.randomUUID();
        parties.keepResult(
                new Persons.NewResult(
                        requireNonNull(reader.party()),
                        "TBKQ",
                        "02/2025",
                        LocalDate.of(2026, 3, 2),
                        file,
                        "city-results"),
                reader.actor());
        assertThatPage(get("/my/data/papers", reader)).contains("N\u01a1i c\u1ea5p: ch\u01b0a x\u00e1c l\u1eadp");
        jdbc.sql("""
                        insert into publicservice.result (application, document, number, file, issued_on)
                        values (:id, :file, '02/2025', :file, date '2026-03-02')
                        """).param("id", application.id().value()).param("file", file).update();

        String issuer = units.get(people.commune()).name();
        assertThatPage(get("/my/data/papers", reader))
                .contains("Th\u00f4ng b\u00e1o k\u1ebft qu\u1ea3 s\u1ed1 02/2025")
                .contains("02/03/2026. N\u01a1i c\u1ea5p: " + issuer)
                .hasLink(
                        application.dossierCode(),
                        "/my/applications/" + application.id().value())
                .has("details:not([open]) code.hd-hash")
                .hasNo(".hd-file-list > li > code");
        for (String language : List.of("vi", "en")) {
            String service = services.get(SINGLE).title(language.equals("en"));
            assertThatPage(pages.get()
                            .uri("/my/data/papers")
                            .with(SignedIn.as(account(reader)))
                            .cookie(new Cookie("language", language))
                            .exchange())
                    .has(".hd-file-list li > a:contains(" + service + ")");
        }
    }

    @Test
    void aMistakeIsCorrectedFromThePageAndAWrongOneKeepsWhatWasTyped() {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb \u00c1nh");
        String path = "/my/data/correct/person.full-name";
        assertThatPage(post(path + "?reason=book&key=" + UUID.randomUUID(), "value", "<b>", reader))
                .hasField("value", "<b>");
        String key = UUID.randomUUID().toString();
        post(path + "?value=Tran Thi Anh&reason=book&key=" + key, reader);
        post(path + "?value=Tran Thi Anh&reason=book&key=" + key, reader);

        assertThat(corrections.mine(reader)).hasSize(1);
        assertThatPage(get("/my/data/requests", reader))
                .contains("H\u1ecd v\u00e0 t\u00ean")
                .contains("\u0110ang xem x\u00e9t");
        assertThat(status(get("/my/data/correct/person.personal-number", reader)))
                .isEqualTo(404);
        assertThat(status(get("/my/data/correct/spouse.full-name", reader))).isEqualTo(404);
    }

    @Test
    void whatIsOnesOwnToSayAndWasNeverSaidIsAdded() {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb \u00dat");
        String path = "/my/data/correct/person.email";
        assertThatPage(get("/my/data", reader)).contains("Ch\u01b0a ghi").has("a[href=" + path + "]");
        assertThatPage(get(path, reader)).hasNoDuplicateIds();
        post(path + "?value=ut@example.vn&key=" + UUID.randomUUID(), reader);
        assertThatPage(get("/my/data", reader)).contains("ut@example.vn");
        assertThat(corrections.mine(reader)).isEmpty();
    }

    @Test
    void aWrongShapeNamesTheFormatAndWhatIsRecordedAlreadyIsSaidToBeThat() {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb S\u1ed1");
        String path = "/my/data/correct/person.phone";
        String key = "?key=" + UUID.randomUUID();

        assertThatPage(post(path + key, "value", "12345", reader))
                .hasErrorSummary("value")
                .contains("10 ho\u1eb7c 11 ch\u1eef s\u1ed1")
                .hasField("value", "12345");
        assertThat(redirect(post(path + key, "value", "0987 654 321", reader))).isEqualTo("/my/data");
        assertThatPage(post(path + "?key=" + UUID.randomUUID(), "value", "0987.654.321", reader))
                .contains("gi\u1ed1ng \u0111i\u1ec1u \u0111ang ghi")
                .doesNotContain("10 ho\u1eb7c 11");
        for (String attribute : List.of("full-name", "birth-date", "sex", "residence", "street", "email")) {
            String other = "/my/data/correct/person." + attribute + "?key=" + UUID.randomUUID();
            assertThatPage(post(other, "value", "", reader))
                    .hasErrorSummary("value")
                    .doesNotContain("publicservice.correct");
        }
    }

    @Test
    void aRequestIsSentFollowedAndNobodyElses() {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb B\u00edch");
        Reader other = people.resident("Tr\u1ea7n Th\u1ecb Chi");
        assertThat(status(post("/my/data/requests?right=access&key=" + UUID.randomUUID(), reader)))
                .isEqualTo(422);
        String unit = people.commune().value().toString();
        String request = redirect(post(
                "/my/data/requests?right=access&words=everything&unit=" + unit + "&key=" + UUID.randomUUID(), reader));

        assertThatPage(get(request, reader))
                .contains("Ch\u01b0a x\u00e1c l\u1eadp")
                .contains("V\u00ec sao l\u00e0 ng\u00e0y n\u00e0y?")
                .contains("356/2025");
        assertThat(status(get(request, other))).isEqualTo(404);
        assertThat(status(get("/my/data/requests/" + UUID.randomUUID(), other))).isEqualTo(404);
    }

    @Test
    void aCopyIsMadeWithProgressAndFetchedByItsOwnerOnly() throws Exception {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb Dung");
        Reader other = people.resident("Tr\u1ea7n Th\u1ecb Em");
        people.submitted(SINGLE, reader, Device.PHONE);
        String copy = redirect(post("/my/data/copies?key=" + UUID.randomUUID(), reader));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> status(get(copy + "/file", reader)) == 200);

        assertThatPage(get(copy, reader)).contains("B\u1ea3n sao \u0111\u00e3 xong");
        var file = get(copy + "/file", reader).getResponse();
        assertThat(file.getContentType()).isEqualTo("application/zip");
        assertThat(file.getHeader("Cache-Control")).contains("no-store");
        assertThat(new String(file.getContentAsByteArray(), 0, 2, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("PK");
        assertThat(status(get(copy, other))).isEqualTo(404);
        assertThat(status(get(copy + "/file", other))).isEqualTo(404);
    }

    @Test
    void anAgreementIsGivenAndTakenBackFromThePage() {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb Giang");
        assertThatPage(get("/my/data/consents", reader)).contains("Ch\u01b0a \u0111\u1ed3ng \u00fd");
        post("/my/data/consents?act=give&purpose=draft-reminder", reader);
        assertThatPage(get("/my/data/consents", reader)).contains("R\u00fat l\u1ea1i");
        post("/my/data/consents?act=withdraw&purpose=draft-reminder", reader);
        assertThatPage(get("/my/data/consents", reader)).contains("\u0110\u00e3 r\u00fat l\u1ea1i");
        assertThat(status(post("/my/data/consents?act=give&purpose=no-such", reader)))
                .isEqualTo(404);
    }

    @Test
    void aResultThatWasWithdrawnSaysSoAndWhatTookItsPlace() {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb Khuy\u00ean");
        var file = new FileId(UUID.randomUUID());
        parties.keepResult(
                new Persons.NewResult(
                        requireNonNull(reader.party()),
                        "TBKQ",
                        "41/TBKQ",
                        LocalDate.of(2026, 3, 2),
                        file.value(),
                        "city-results"),
                reader.actor());
        assertThatPage(get("/my/data/papers", reader)).contains("41/TBKQ").doesNotContain("\u0110\u00e3 thay th\u1ebf");
        jdbc.sql("""
                        with wrong as (
                          insert into document.issued (id, issuer, kind, year, number, template, template_version,
                            subject_type, subject_id, file, issued_at)
                          select id, :unit, 'TBKQ', 2026, number, 'notice-of-result', 2, 'document/test', id, :file, now()
                          from (values (gen_random_uuid(), 41), (gen_random_uuid(), 42)) as two (id, number)
                          returning id, number)
                        insert into document.withdrawn (document, reason, replaced_by, withdrawn_at, withdrawn_by)
                        select a.id, 'wrong', b.id, now(), gen_random_uuid() from wrong a, wrong b where a.number = 41 and b.number = 42
                        """)
                .param("unit", UUID.randomUUID())
                .param("file", file.value())
                .update();

        assertThatPage(get("/my/data/papers", reader))
                .contains("\u0110\u00e3 thay th\u1ebf")
                .contains("42/2026");
    }

    @Test
    void theDeskLooksUpBeforeItAsks() {
        Reader reader = people.resident("Tr\u1ea7n Th\u1ecb H\u00e0");
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        Reader officer = people.officer("Officer", Role.ONE_STOP_OFFICER);
        String path = "/desk/applications/" + application.id().value() + "/papers";
        assertThatPage(get(path, officer))
                .hasHeading("Tra c\u1ee9u thay cho gi\u1ea5y t\u1edd")
                .hasNoDuplicateIds();
        assertThatPage(post(path + "?act=look&paper=residence-confirmation", officer))
                .contains("C\u00f3 trong c\u01a1 s\u1edf d\u1eef li\u1ec7u")
                .hasNoDuplicateIds();
        assertThat(status(get(path, reader))).isGreaterThanOrEqualTo(400);
        assertThatPage(get("/my/data/readings", reader))
                .contains("Tra c\u1ee9u thay cho vi\u1ec7c h\u1ecfi gi\u1ea5y t\u1edd");
    }

    private MvcTestResult get(String path, Reader reader) {
        return pages.get().uri(path).with(SignedIn.as(account(reader))).exchange();
    }

    private MvcTestResult post(String path, Reader reader) {
        return pages.post().uri(path).with(SignedIn.withForm(account(reader))).exchange();
    }

    private MvcTestResult post(String path, String name, String value, Reader reader) {
        return pages.post()
                .uri(path)
                .param(name, value)
                .with(SignedIn.withForm(account(reader)))
                .exchange();
    }

    private long fewest(String path, Reader reader) {
        return StatementCount.least(() -> get(path, reader));
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }

    private static String redirect(MvcTestResult answer) {
        return requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private static AccountId account(Reader reader) {
        return requireNonNull(reader.account());
    }
}
