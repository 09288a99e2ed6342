package vn.haidang.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.document.DocumentSigned;
import vn.haidang.document.IssuedDocument;
import vn.haidang.document.Notices;
import vn.haidang.document.internal.SigningRuns;
import vn.haidang.document.internal.SigningWork;
import vn.haidang.files.FileId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;

@WebTest
class SignaturePageTests {

    private final MockMvcTester pages;
    private final Notices notices;
    private final Accounts accounts;
    private final JdbcClient database;
    private final ConfigurableApplicationContext context;

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
            MockMvcTester pages, Accounts accounts, JdbcClient database, ConfigurableApplicationContext context) {
        this.pages = pages;
        this.accounts = accounts;
        this.database = database;
        this.context = context;
        this.notices = Notices.in(context);
    }

    @BeforeEach
    void people() {
        head = official(Role.UNIT_HEAD, Notices.COMMUNE);
        specialist = notices.official("Mạc Văn Lập", Role.SPECIALIST);
    }

    @Test
    void aHeadSignsWhatWaitsAndOnlyThere() throws IOException {
        IssuedDocument one = waiting();
        IssuedDocument two = waiting();
        AccountId stranger = official(Role.UNIT_HEAD, Notices.ANOTHER);

        assertThatPage(get("/desk/signatures", head))
                .isVietnamese()
                .contains(one.number())
                .contains(two.number());
        assertThatPage(get("/desk/signatures", stranger)).contains("Không có văn bản nào chờ ký");
        assertThat(get("/desk/signatures", specialist)).hasStatus(403);
        assertThat(get("/desk/signatures/documents/" + one.id(), stranger)).hasStatus(404);
        assertThat(get("/desk/signatures/documents/" + one.id(), head)).hasStatusOk();

        assertThat(post(stranger, UUID.randomUUID(), one)).hasStatus(422);
        assertThat(notices.signatures(one)).as("of another unit").isZero();

        String run = Objects.requireNonNull(
                post(head, UUID.randomUUID(), one, two).getResponse().getRedirectedUrl());
        assertThatPage(get(run, head)).contains("Đã xử lý 2 trong 2 văn bản").contains("Đã ký");
        assertThat(get(run, stranger)).hasStatus(404);
        assertThat(notices.signatures(one)).isEqualTo(2);
        assertThat(notices.signatures(two)).isEqualTo(2);
        assertThat(text(one))
                .as("made anew in the name of whoever signed")
                .contains("Đỗ Thị Ký", one.number())
                .doesNotContain("Mạc Văn Lập");
    }

    @Test
    void nothingChosenIsSaidAndTheSameKeyIsTheSameRun() {
        IssuedDocument one = waiting();
        UUID key = UUID.randomUUID();

        assertThat(post(head, key)).hasStatus(422);
        String first = post(head, key, one).getResponse().getRedirectedUrl();
        assertThat(post(head, key, one).getResponse().getRedirectedUrl()).isEqualTo(first);
        assertThat(notices.signatures(one)).isEqualTo(2);
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
        FileId signed = notices.file(one);
        work.resume();

        assertThat(runs.progress(run, reader).finished()).isTrue();
        assertThat(notices.signatures(one)).isEqualTo(2);
        assertThat(notices.signatures(two)).isEqualTo(2);
        assertThat(notices.file(one)).isEqualTo(signed);
    }

    /** The process ends after it signed a document and before that is kept. */
    @Test
    void aRunThatIsKilledInItsMiddleGoesOnWhereItWasAndSignsNothingTwice() {
        List<IssuedDocument> chosen = Stream.generate(this::waiting).limit(6).toList();
        var killer = new Killer(chosen.get(2));
        context.addApplicationListener(killer);
        String run;
        try {
            run = Objects.requireNonNull(post(head, UUID.randomUUID(), chosen.toArray(IssuedDocument[]::new))
                    .getResponse()
                    .getRedirectedUrl());
        } finally {
            context.getBean(ApplicationEventMulticaster.class).removeApplicationListener(killer);
        }
        assertThatPage(get(run, head)).contains("Đã xử lý 2 trong 6 văn bản").contains("Xem tiến độ mới nhất");
        assertThat(notices.signatures(chosen.get(2))).as("what was not kept").isZero();
        List<FileId> before = chosen.stream().limit(2).map(notices::file).toList();

        clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        work.resume();

        assertThatPage(get(run, head)).contains("Đã xử lý 6 trong 6 văn bản").doesNotContain("Chưa ký được");
        assertThat(chosen)
                .allSatisfy(each -> assertThat(notices.signatures(each)).isEqualTo(2));
        assertThat(chosen.stream().limit(2).map(notices::file)).containsExactlyElementsOf(before);
        assertThat(acts(chosen)).as("each signed once").isEqualTo(6);
    }

    /** How many acts say that these were signed. */
    private long acts(List<IssuedDocument> documents) {
        return database.sql("""
                        select count(*) from journal.entry
                        where verb = 'document/signed' and subject_ids && cast(:documents as uuid[])
                        """)
                .param("documents", documents.stream().map(IssuedDocument::id).toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    /** Ends the process that signs a document. */
    private final class Killer implements ApplicationListener<PayloadApplicationEvent<DocumentSigned>> {

        private final IssuedDocument at;

        Killer(IssuedDocument at) {
            this.at = at;
        }

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<DocumentSigned> signed) {
            if (signed.getPayload().document().equals(at.id())) {
                throw new Killed();
            }
        }
    }

    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private AccountId official(Role role, UnitId unit) {
        return notices.official("Đỗ Thị Ký", role, unit);
    }

    private IssuedDocument waiting() {
        return notices.issued(specialist);
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

    private String text(IssuedDocument document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(notices.pdf(document))) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
