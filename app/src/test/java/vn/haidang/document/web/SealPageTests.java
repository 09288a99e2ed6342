package vn.haidang.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.document.internal.SealImageUnitTests;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/** An administrator gives the picture of a unit's seal; another takes its place, and it can be taken away. */
@WebTest
class SealPageTests {

    private static final UnitId COMMUNE = UnitId.ofKey("commune-11311-c");
    private static final byte[] SEAL = SealImageUnitTests.ring(new Color(0xC8102E), 400, BufferedImage.TYPE_INT_ARGB);

    private final MockMvcTester pages;
    private final JdbcClient database;
    private final AccountId administrator;
    private final AccountId head;

    SealPageTests(MockMvcTester pages, JdbcClient database, Accounts accounts, Units units) {
        this.pages = pages;
        this.database = database;
        this.administrator =
                official(accounts, units.city(LocalDate.of(2026, 3, 2)).id(), Role.ADMINISTRATOR);
        this.head = official(accounts, COMMUNE, Role.UNIT_HEAD);
    }

    @Test
    void aSealIsGivenSeenReplacedAndTakenAway() throws UnsupportedEncodingException {
        assertThatPage(get("/admin/documents", administrator)).hasLink("Hình con dấu của cơ quan", "/admin/seals");
        assertThat(get("/admin/seals", head)).hasStatus(403);
        assertThat(give(head, COMMUNE.value().toString(), SEAL, "36")).hasStatus(403);

        assertThat(give(administrator, COMMUNE.value().toString(), SEAL, "36")).hasStatus(302);
        UUID first = seal();
        assertThatPage(get("/admin/seals", administrator))
                .isVietnamese()
                .contains("Mẫu dấu đã đăng ký")
                .has("img[src=/admin/seals/" + first + "]")
                .hasNoDuplicateIds();
        MvcTestResult picture = get("/admin/seals/" + first, administrator);
        assertThat(picture).hasStatusOk().hasContentType("image/png");
        assertThat(picture.getResponse().getContentAsByteArray()).isEqualTo(SEAL);
        assertThat(get("/admin/seals/" + first, head)).hasStatus(403);

        assertThat(give(administrator, COMMUNE.value().toString(), SEAL, "38")).hasStatus(302);
        assertThat(seal()).isNotEqualTo(first);
        assertThat(end(first)).as("it was replaced").hasStatus(404);
        assertThat(end(seal())).hasStatus(302);
        assertThatPage(get("/admin/seals?done=ended", administrator))
                .contains("Đã bỏ")
                .doesNotContain("Mẫu dấu đã đăng ký");
        assertThat(acts(first)).as("given, with the hash of what was given").isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedStays() {
        MvcTestResult nothing = give(administrator, "", new byte[0], "x");
        assertThat(nothing).hasStatus(422);
        assertThatPage(nothing).hasErrorSummary("unit", "file", "width").hasField("width", "x");
        assertThatPage(give(
                        administrator,
                        COMMUNE.value().toString(),
                        SealImageUnitTests.ring(Color.BLUE, 400, BufferedImage.TYPE_INT_ARGB),
                        "36"))
                .hasErrorSummary("file")
                .contains("Hình con dấu phải có màu đỏ");
        assertThatPage(give(administrator, UUID.randomUUID().toString(), SEAL, "61"))
                .hasErrorSummary("unit", "width");
    }

    private MvcTestResult give(AccountId who, String unit, byte[] png, String width) {
        return pages.post()
                .uri("/admin/seals")
                .multipart()
                .file(new MockMultipartFile("file", "dau.png", "image/png", png))
                .param("unit", unit)
                .param("width", width)
                .param("source", "Mẫu dấu đã đăng ký")
                .with(SignedIn.withForm(who))
                .exchange();
    }

    private MvcTestResult end(UUID seal) {
        return pages.post()
                .uri("/admin/seals/" + seal)
                .with(SignedIn.withForm(administrator))
                .exchange();
    }

    private MvcTestResult get(String path, AccountId who) {
        return pages.get().uri(path).with(SignedIn.as(who)).exchange();
    }

    private UUID seal() {
        return database.sql("select id from document.seal where unit = :unit and ended_at is null")
                .param("unit", COMMUNE.value())
                .query(UUID.class)
                .single();
    }

    private long acts(UUID seal) {
        return Objects.requireNonNull(database.sql(
                        "select count(*) from journal.entry where verb = 'document/seal-set' and :id = any (subject_ids)")
                .param("id", seal)
                .query(Long.class)
                .single());
    }

    private static AccountId official(Accounts accounts, UnitId unit, Role role) {
        AccountId account =
                accounts.create(new Accounts.NewAccount("seals-" + UUID.randomUUID(), "Vũ Thị Dấu", null, null));
        accounts.appoint(account, unit, role, "Chủ tịch", LocalDate.of(2025, 7, 1), null);
        return account;
    }
}
