package vn.haidang.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.document.Documents;
import vn.haidang.document.IssuedDocument;
import vn.haidang.document.internal.SigningRuns;
import vn.haidang.document.internal.SigningWork;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;

@WebTest
class SignaturePageTests {

    private static final UnitId COMMUNE = UnitId.ofKey("commune-11311-c");
    private static final UnitId ANOTHER = UnitId.ofKey("commune-10525-c");

    private final MockMvcTester pages;
    private final Documents documents;
    private final Files files;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    @org.springframework.beans.factory.annotation.Autowired
    private SigningRuns runs;

    @org.springframework.beans.factory.annotation.Autowired
    private SigningWork work;

    @org.springframework.beans.factory.annotation.Autowired
    private MovableClock clock;

    private AccountId head;
    private AccountId specialist;

    @SuppressWarnings("NullAway.Init")
    SignaturePageTests(
            MockMvcTester pages,
            Documents documents,
            Files files,
            Accounts accounts,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.pages = pages;
        this.documents = documents;
        this.files = files;
        this.accounts = accounts;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    void people() {
        head = official(Role.UNIT_HEAD, COMMUNE);
        specialist = official(Role.SPECIALIST, COMMUNE);
    }

    @Test
    void aHeadSignsWhatWaitsAndOnlyThere() throws IOException {
        IssuedDocument one = waiting();
        IssuedDocument two = waiting();
        AccountId stranger = official(Role.UNIT_HEAD, ANOTHER);

        assertThatPage(get("/desk/signatures", head))
                .isVietnamese()
                .contains(one.number())
                .contains(two.number());
        assertThatPage(get("/desk/signatures", stranger)).contains("Không có văn bản nào chờ ký");
        assertThat(get("/desk/signatures", specialist)).hasStatus(403);
        assertThat(get("/desk/signatures/documents/" + one.id(), stranger)).hasStatus(404);
        assertThat(get("/desk/signatures/documents/" + one.id(), head)).hasStatusOk();

        assertThat(post(stranger, UUID.randomUUID(), one)).hasStatus(422);
        assertThat(signatures(one)).as("of another unit").isZero();

        String run = Objects.requireNonNull(
                post(head, UUID.randomUUID(), one, two).getResponse().getRedirectedUrl());
        assertThatPage(get(run, head)).contains("Đã xử lý 2 trong 2 văn bản").contains("Đã ký");
        assertThat(get(run, stranger)).hasStatus(404);
        assertThat(signatures(one)).isEqualTo(2);
        assertThat(signatures(two)).isEqualTo(2);
        assertThat(text(one))
                .as("made anew in the name of whoever signed")
                .contains("Đỗ Thị Ký", one.number())
                .doesNotContain("CHUYÊN VIÊN");
    }

    @Test
    void nothingChosenIsSaidAndTheSameKeyIsTheSameRun() {
        IssuedDocument one = waiting();
        UUID key = UUID.randomUUID();

        assertThat(post(head, key)).hasStatus(422);
        String first = post(head, key, one).getResponse().getRedirectedUrl();
        assertThat(post(head, key, one).getResponse().getRedirectedUrl()).isEqualTo(first);
        assertThat(signatures(one)).isEqualTo(2);
    }

    @Test
    void aRunThatWasLeftIsTakenUpAndSignsNothingTwice() {
        IssuedDocument one = waiting();
        IssuedDocument two = waiting();
        Reader reader = accounts.reader(head);
        UUID run = runs.ask(List.of(one.id(), two.id()), UUID.randomUUID(), reader);
        assertThat(runs.progress(run, reader).done()).isZero();

        clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        work.resume();
        FileId signed = file(one);
        work.resume();

        assertThat(runs.progress(run, reader).finished()).isTrue();
        assertThat(signatures(one)).isEqualTo(2);
        assertThat(signatures(two)).isEqualTo(2);
        assertThat(file(one)).isEqualTo(signed);
    }

    private AccountId official(Role role, UnitId unit) {
        AccountId account =
                accounts.create(new Accounts.NewAccount("bulk-" + UUID.randomUUID(), "Đỗ Thị Ký", null, null));
        accounts.appoint(account, unit, role, "Chủ tịch " + account.value(), LocalDate.of(2025, 7, 1), null);
        return account;
    }

    private IssuedDocument waiting() {
        Reader by = accounts.reader(specialist);
        Map<String, String> fields = new HashMap<>();
        for (String field : List.of(
                "issuer.name",
                "issuer.place",
                "case.code",
                "case.filed-on",
                "service.name",
                "service.result",
                "applicant.full-name",
                "decision")) {
            fields.put(field, "x");
        }
        return Objects.requireNonNull(transaction.execute(status -> documents.issue(new Documents.Issue(
                "notice-of-result",
                "TBKQ",
                COMMUNE,
                by,
                "Chuyên Viên",
                "CHUYÊN VIÊN",
                fields,
                "document/test",
                UUID.randomUUID(),
                by.actor()))));
    }

    private MvcTestResult get(String path, AccountId who) {
        return pages.get().uri(path).with(SignedIn.as(who)).exchange();
    }

    private MvcTestResult post(AccountId who, UUID key, IssuedDocument... chosen) {
        var request = pages.post()
                .uri("/desk/signatures")
                .with(SignedIn.withForm(who))
                .param("key", key.toString());
        for (IssuedDocument each : chosen) {
            request.param("document", each.id().toString());
        }
        return request.exchange();
    }

    private FileId file(IssuedDocument document) {
        return new FileId(database.sql("select file from document.issued where id = :id")
                .param("id", document.id())
                .query(UUID.class)
                .single());
    }

    private String text(IssuedDocument document) throws IOException {
        try (InputStream bytes = files.open(file(document));
                PDDocument pdf = Loader.loadPDF(bytes.readAllBytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private long signatures(IssuedDocument document) {
        return database.sql("select count(*) from document.signature where document = :id")
                .param("id", document.id())
                .query(Long.class)
                .single();
    }
}
