package vn.haidang.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.document.IssuedDocument;
import vn.haidang.document.Notices;
import vn.haidang.files.Files;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.Succession;
import vn.haidang.organization.Units;

/** A document that must not count any more is withdrawn by whoever may sign there, and whoever checks it is told. */
@WebTest
class IssuedPageTests {

    private static final String REASON = "Ghi sai ngày sinh của người được cấp";

    private final MockMvcTester pages;
    private final Notices notices;
    private final Files files;
    private final Units units;
    private final JdbcClient database;
    private AccountId head;
    private IssuedDocument wrong;

    @SuppressWarnings("NullAway.Init")
    IssuedPageTests(MockMvcTester pages, Files files, Units units, JdbcClient database, ApplicationContext context) {
        this.pages = pages;
        this.files = files;
        this.units = units;
        this.database = database;
        this.notices = Notices.in(context);
    }

    @BeforeEach
    void aDocument() {
        head = notices.official("Kiều Thị Thu", Role.UNIT_HEAD);
        wrong = notices.issued(head);
    }

    @Test
    void aHeadWithdrawsADocumentAndTheCheckSaysSoWithItsReasonForWhomHasTheFile() {
        withdraw(head, REASON, "");

        assertThatPage(get("/desk/documents/" + wrong.id(), head))
                .contains(REASON)
                .contains("Đã thu hồi")
                .hasNoDuplicateIds();
        assertThatPage(pages.get().uri("/check/" + code()).exchange())
                .isVietnamese()
                .hasTag("Đã thu hồi")
                .contains("Cơ quan ban hành đã thu hồi văn bản này ngày")
                .doesNotContain(REASON)
                .doesNotContain("Kiều Thị Thu");
        assertThatPage(checkedByFile()).hasTag("Đã thu hồi").contains(REASON);
        assertThat(post(head, REASON, "")).as("once is enough").hasStatus(409);
    }

    @Test
    void theCheckNamesWhatTookItsPlace() {
        IssuedDocument right = notices.issued(head);
        for (String none : new String[] {wrong.number(), "999999/2026", "x", "0/2026"}) {
            MvcTestResult refused = post(head, REASON, none);
            assertThat(refused).as(none).hasStatus(422);
            assertThatPage(refused).hasErrorSummary("replacement").contains(REASON);
        }
        withdraw(head, REASON, right.number());

        assertThatPage(pages.get().uri("/check/" + code()).exchange())
                .hasTag("Đã thu hồi, có văn bản thay thế")
                .contains("thay bằng văn bản số " + right.number());
        assertThatPage(get("/desk/documents?number=" + wrong.number(), head))
                .has("a[href='/desk/documents/" + wrong.id() + "']")
                .contains("Đã thu hồi")
                .hasNo("a[href='/desk/documents/" + right.id() + "']");
    }

    @Test
    void onlyWhoeverMaySignThereSeesItAndAReasonIsNeeded() {
        AccountId stranger = notices.official("Người Nơi Khác", Role.UNIT_HEAD, Notices.ANOTHER);
        AccountId specialist = notices.official("Cán Bộ Lập", Role.SPECIALIST);

        assertThat(post(stranger, REASON, "")).hasStatus(404);
        assertThat(get("/desk/documents/" + wrong.id(), stranger)).hasStatus(404);
        assertThatPage(get("/desk/documents?number=" + wrong.number(), stranger))
                .contains("Không có văn bản nào");
        assertThat(post(specialist, REASON, "")).hasStatus(403);
        for (String none : new String[] {" ", "\u0000", "x".repeat(501)}) {
            MvcTestResult refused = post(head, none, "");
            assertThat(refused).hasStatus(422);
            assertThatPage(refused).hasErrorSummary("reason");
        }
        assertThatPage(pages.get().uri("/check/" + code()).exchange()).doesNotContain("thu hồi văn bản này");
    }

    @Test
    void whatAUnitIssuedThatIsNoMoreIsWithdrawnByTheOneItWentInto() {
        UUID former = units.predecessors(Notices.COMMUNE).stream()
                .filter(Succession::whole)
                .map(each -> each.from().value())
                .findFirst()
                .orElseThrow();
        database.sql("update document.issued set issuer = :former, number = number + 100000 where id = :id")
                .param("former", former)
                .param("id", wrong.id())
                .update();
        IssuedDocument right = notices.issued(head);
        AccountId stranger = notices.official("Người Nơi Khác", Role.UNIT_HEAD, Notices.ANOTHER);
        assertThat(get("/desk/documents/" + wrong.id(), stranger)).hasStatus(404);

        withdraw(head, REASON, right.number());

        assertThatPage(pages.get().uri("/check/" + code()).exchange())
                .contains("thay bằng văn bản số " + right.number());
    }

    @Test
    void whatWasWithdrawnWaitsForNoSignatureAnyMore() {
        wrong = notices.issued(notices.official("Cán Bộ Lập", Role.SPECIALIST));
        assertThat(get("/desk/signatures/documents/" + wrong.id(), head)).hasStatusOk();

        withdraw(head, REASON, "");

        assertThat(get("/desk/signatures/documents/" + wrong.id(), head)).hasStatus(404);
        assertThatPage(pages.get().uri("/check/" + code()).exchange()).hasTag("Đã thu hồi");
    }

    private void withdraw(AccountId who, String reason, String replacement) {
        assertThat(post(who, reason, replacement)).hasRedirectedUrl("/desk/documents/" + wrong.id());
    }

    private MvcTestResult post(AccountId who, String reason, String replacement) {
        return pages.post()
                .uri("/desk/documents/" + wrong.id())
                .with(SignedIn.withForm(who))
                .param("reason", reason)
                .param("replacement", replacement)
                .exchange();
    }

    private MvcTestResult get(String path, AccountId who) {
        return pages.get().uri(path).with(SignedIn.as(who)).exchange();
    }

    private MvcTestResult checkedByFile() {
        return pages.post()
                .uri("/check")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("hash", files.get(wrong.file()).sha256())
                .exchange();
    }

    private String code() {
        return database.sql("select check_code from document.issued where id = :id")
                .param("id", wrong.id())
                .query(String.class)
                .single();
    }
}
