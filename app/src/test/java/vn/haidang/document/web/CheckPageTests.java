package vn.haidang.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;
import vn.haidang.document.Documents;
import vn.haidang.document.IssuedDocument;
import vn.haidang.files.Files;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

@WebTest
class CheckPageTests {

    private static final UnitId COMMUNE = UnitId.ofKey("commune-11311-c");

    private final MockMvcTester pages;
    private final Documents documents;
    private final Files files;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private IssuedDocument document;
    private byte[] pdf;

    @SuppressWarnings("NullAway.Init")
    CheckPageTests(
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
    void aSignedDocument() throws IOException {
        AccountId head =
                accounts.create(new Accounts.NewAccount("checked-" + UUID.randomUUID(), "Tô Thị Kiểm", null, null));
        accounts.appoint(head, COMMUNE, Role.UNIT_HEAD, "Chủ tịch " + head.value(), LocalDate.of(2025, 7, 1), null);
        Reader by = accounts.reader(head);
        Map<String, String> fields = new HashMap<>();
        for (String field : List.of(
                "issuer.name",
                "issuer.place",
                "case.code",
                "case.filed-on",
                "service.name",
                "service.result",
                "decision")) {
            fields.put(field, "x");
        }
        fields.put("applicant.full-name", "Người Nộp Bí Mật");
        document = Objects.requireNonNull(transaction.execute(status -> documents.issue(new Documents.Issue(
                "notice-of-result",
                "TBKQ",
                COMMUNE,
                by,
                by.displayName(),
                "CHỦ TỊCH",
                fields,
                "document/test",
                UUID.randomUUID(),
                by.actor()))));
        try (InputStream bytes = files.open(document.file())) {
            pdf = bytes.readAllBytes();
        }
    }

    @Test
    void theCodeTellsNumberDayAndIssuerAndNoName() throws UnsupportedEncodingException {
        MvcTestResult answer = pages.get().uri("/check/" + code()).exchange();

        assertThatPage(answer)
                .isVietnamese()
                .contains("Thông báo kết quả giải quyết hồ sơ")
                .contains(document.number())
                .contains("Chữ ký thử nghiệm")
                .contains("chưa có giá trị pháp lý");
        assertThat(text(answer)).doesNotContain("Tô Thị Kiểm", "Người Nộp Bí Mật");
        assertThatPage(checked("code", code().toLowerCase(java.util.Locale.ROOT)))
                .contains(document.number());
    }

    @Test
    void theFileTellsWhoSignedWithAndWithoutScripts() {
        assertThatPage(uploaded(pdf))
                .contains("Tệp này đúng là tệp đã ban hành")
                .contains("Tô Thị Kiểm")
                .contains(document.number());
        assertThatPage(checked("hash", files.get(document.file()).sha256())).contains("Tô Thị Kiểm");
    }

    @Test
    void aGuessedCodeAndAChangedFileGetTheSameAnswer() throws UnsupportedEncodingException {
        pdf[pdf.length / 2] ^= 1;
        MvcTestResult changed = uploaded(pdf);
        MvcTestResult guessed = pages.get().uri("/check/AAAAAAAAAAAAAAAAAAAA").exchange();

        assertThat(changed).hasStatus(404);
        assertThat(guessed).hasStatus(404);
        assertThat(text(changed)).contains("Không có văn bản nào như vậy").doesNotContain(document.number());
        assertThat(text(guessed)).contains("Không có văn bản nào như vậy");
        assertThat(checked("hash", "no hash at all")).hasStatus(404);
        assertThat(checked("code", " ")).hasStatus(422);
    }

    private String code() {
        return database.sql("select check_code from document.issued where id = :id")
                .param("id", document.id())
                .query(String.class)
                .single();
    }

    private MvcTestResult checked(String name, String value) {
        return pages.post()
                .uri("/check")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param(name, value)
                .exchange();
    }

    private MvcTestResult uploaded(byte[] bytes) {
        return pages.post()
                .uri("/check")
                .multipart()
                .file(new MockMultipartFile("file", "ket-qua.pdf", "application/pdf", bytes))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
