package vn.haidang.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;
import vn.haidang.document.Documents;
import vn.haidang.document.internal.TemplateDrafts;
import vn.haidang.files.Files;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

@WebTest
class TemplatePageTests {

    private static final UnitId COMMUNE = UnitId.ofKey("commune-11311-c");

    /** One that no act makes by itself, so that no other test meets what is published here. */
    private static final String REGISTER = "form-07-register";

    private static final String PAGE = "/admin/documents/" + REGISTER;

    private final MockMvcTester pages;
    private final Documents documents;
    private final TemplateDrafts drafts;
    private final Files files;
    private final TransactionTemplate transaction;
    private final Reader administrator;
    private final Reader head;

    TemplatePageTests(
            MockMvcTester pages,
            Documents documents,
            TemplateDrafts drafts,
            Files files,
            TransactionTemplate transaction,
            Accounts accounts,
            Units units) {
        this.pages = pages;
        this.documents = documents;
        this.drafts = drafts;
        this.files = files;
        this.transaction = transaction;
        this.administrator =
                official(accounts, units.city(LocalDate.of(2026, 3, 2)).id(), Role.ADMINISTRATOR);
        this.head = official(accounts, COMMUNE, Role.UNIT_HEAD);
    }

    @Test
    void aTextIsCheckedLookedAtPublishedAndInForceAtOnce() throws IOException {
        assertThatPage(get("/admin/documents", administrator))
                .isVietnamese()
                .contains("Sổ theo dõi hồ sơ")
                .hasNoDuplicateIds();
        assertThatPage(get(PAGE, administrator))
                .contains("Cách trình bày chưa đối chiếu với thông tư")
                .contains("{{line.code}}")
                .hasNoDuplicateIds();
        assertThat(get(PAGE, head)).hasStatus(403);
        assertThat(get("/admin/documents/no-such", administrator)).hasStatus(404);

        String shipped = drafts.get(REGISTER).markup();
        for (String wrong : List.of(
                shipped.replace("{{register.from}}", "{{secret.name}}"),
                shipped.replace("{{register.from}}", "{{Register.From}}"),
                shipped.replace("{{end}}", ""),
                shipped.replace("{{document.number}}", "1"),
                shipped.replace("urn:haidang:signature", "urn:haidang:nothing"),
                shipped.replace("</h1>", "</h2>"))) {
            MvcTestResult refused = post("publish", wrong);
            assertThat(refused).hasStatus(422);
            assertThatPage(refused).hasErrorSummary("markup");
            assertThat(post("preview", wrong)).hasStatus(422);
        }
        assertThat(get(PAGE + "/preview", administrator)).hasStatus(422);
        assertThat(text(issued())).as("nothing of it is in force").doesNotContain("CỦA CHÚNG TÔI");

        String own = shipped.replace("<h1>", "<h1>CỦA CHÚNG TÔI ");
        assertThat(post("preview", own)).hasStatus(302);
        byte[] preview = get(PAGE + "/preview", administrator).getResponse().getContentAsByteArray();
        assertThat(text(preview)).contains("CỦA CHÚNG TÔI", "[register.from]");
        assertThat(post("publish", own)).hasStatus(302);

        assertThat(text(issued())).contains("CỦA CHÚNG TÔI");
        assertThatPage(get(PAGE, administrator)).contains("Bản của cơ quan, số 1");
        assertThat(post("publish", shipped)).as("back to the shipped words").hasStatus(302);
        assertThat(text(issued())).doesNotContain("CỦA CHÚNG TÔI");
    }

    @Test
    void placesAreSetWithASourceWithinWhatFitsOnAPageAndSaidNotToBeEstablished() throws IOException {
        assertThatPage(get("/admin/placement", administrator))
                .isVietnamese()
                .contains("Chưa xác lập")
                .hasNoDuplicateIds();
        assertThat(get("/admin/placement", head)).hasStatus(403);
        MvcTestResult refused = place("500", "33", "");
        assertThat(refused).hasStatus(422);
        assertThatPage(refused).hasErrorSummary("width", "source").hasField("width", "500");

        assertThat(place("60", "33", "Cơ quan tự chọn")).hasStatus(302);

        assertThatPage(get("/admin/placement", administrator)).contains("Cơ quan tự chọn");
        try (PDDocument pdf = Loader.loadPDF(issued())) {
            float width = pdf.getSignatureFields()
                    .getFirst()
                    .getWidgets()
                    .getFirst()
                    .getRectangle()
                    .getWidth();
            assertThat(width / 72 * 25.4f).isBetween(59.5f, 60.5f);
        }
        assertThat(place("50", "33", "Như hệ thống")).hasStatus(302);
    }

    private static Reader official(Accounts accounts, UnitId unit, Role role) {
        AccountId account = accounts.create(
                new Accounts.NewAccount("texts-" + UuidCreator.getTimeOrderedEpoch(), "Vũ Thị Mẫu", null, null));
        accounts.appoint(account, unit, role, "Chủ tịch", LocalDate.of(2025, 7, 1), null);
        return accounts.reader(account);
    }

    private byte[] issued() throws IOException {
        Map<String, String> fields = new HashMap<>(Documents.lines("cases", List.of()));
        for (String field : List.of("issuer.name", "issuer.place", "register.from", "register.to", "case.code")) {
            fields.put(field, "x");
        }
        var document = Objects.requireNonNull(transaction.execute(status -> documents.issue(new Documents.Issue(
                REGISTER,
                "STD",
                COMMUNE,
                head,
                head.displayName(),
                "CHỦ TỊCH",
                fields,
                "document/test",
                UUID.randomUUID(),
                head.actor()))));
        try (InputStream bytes = files.open(document.file())) {
            return bytes.readAllBytes();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private MvcTestResult get(String path, Reader who) {
        return pages.get().uri(path).with(SignedIn.as(account(who))).exchange();
    }

    private MvcTestResult post(String act, String markup) {
        return pages.post()
                .uri(PAGE)
                .with(SignedIn.withForm(account(administrator)))
                .param("do", act)
                .param("markup", markup)
                .exchange();
    }

    private MvcTestResult place(String width, String covered, String source) {
        return pages.post()
                .uri("/admin/placement")
                .with(SignedIn.withForm(account(administrator)))
                .param("width", width)
                .param("height", "20")
                .param("seal", "36")
                .param("covered", covered)
                .param("source", source)
                .exchange();
    }

    private static AccountId account(Reader who) {
        return Objects.requireNonNull(who.account());
    }
}
