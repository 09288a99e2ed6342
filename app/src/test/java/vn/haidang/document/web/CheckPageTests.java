package vn.haidang.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.document.Documents;
import vn.haidang.document.IssuedDocument;
import vn.haidang.document.Notices;
import vn.haidang.document.internal.LateSignatures;
import vn.haidang.files.Files;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;

@WebTest
class CheckPageTests {

    private static final Cookie ENGLISH = new Cookie("language", "en");

    private final MockMvcTester pages;
    private final Notices notices;
    private final Files files;
    private final Accounts accounts;
    private final LateSignatures signatures;
    private final JdbcClient database;
    private AccountId head;
    private IssuedDocument document;
    private byte[] pdf;

    @SuppressWarnings("NullAway.Init")
    CheckPageTests(
            MockMvcTester pages,
            Files files,
            Accounts accounts,
            LateSignatures signatures,
            JdbcClient database,
            ApplicationContext context) {
        this.pages = pages;
        this.accounts = accounts;
        this.signatures = signatures;
        this.notices = Notices.in(context);
        this.files = files;
        this.database = database;
    }

    @BeforeEach
    void aSignedDocument() throws IOException {
        head = notices.official("Tô Thị Kiểm", Role.UNIT_HEAD);
        document = notices.issued(head);
        pdf = notices.pdf(document);
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
        assertThat(text(answer)).doesNotContain("Tô Thị Kiểm", Notices.APPLICANT);
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
    void theCodeTellsInPlainWordsHowMuchTheSignatureProves() {
        String path = "/check/" + code();
        assertThatPage(pages.get().uri(path).exchange())
                .contains("PAdES mức B: cho biết tệp có bị sửa không")
                .contains("Không công bố đối với chứng thư thử nghiệm");
        assertThatPage(pages.get().uri(path).cookie(ENGLISH).exchange())
                .isEnglish()
                .contains("PAdES level B: shows whether the file was changed")
                .contains("Nobody publishes this for trial certificates")
                .contains("Trial signature");

        reached("T");
        assertThatPage(pages.get().uri(path).exchange())
                .contains("PAdES mức T")
                .contains("Có, của dịch vụ cấp dấu thời gian")
                .contains("Tệp không mang câu trả lời của nơi cấp chứng thư");
        reached("LT");
        assertThatPage(pages.get().uri(path).exchange())
                .contains("PAdES mức LT")
                .contains("Lúc ký chưa bị thu hồi")
                .doesNotContain("thử nghiệm");
    }

    @Test
    void aFileThatIsNotTheOneOfTheCodeIsSaidBesideIt() throws UnsupportedEncodingException {
        byte[] other = bytes(notices.issued(head));
        assertThatPage(uploaded(pdf, code())).contains("Tệp này đúng là tệp đã ban hành");

        pdf[pdf.length / 2] ^= 1;
        for (byte[] wrong : List.of(other, pdf)) {
            MvcTestResult answer = uploaded(wrong, code());
            assertThatPage(answer)
                    .contains("Tệp này không phải là tệp đã ban hành của văn bản dưới đây")
                    .contains(document.number());
            assertThat(text(answer)).doesNotContain("Tô Thị Kiểm");
        }
    }

    @Test
    void theFileThatWasThereBeforeTheSignatureIsKnownAsThat() throws UnsupportedEncodingException {
        IssuedDocument late = notices.issued(notices.official("Cán Bộ Lập", Role.SPECIALIST));
        byte[] before = bytes(late);
        assertThatPage(uploaded(before)).contains("Chờ ký số");

        signatures.sign(late.id(), accounts.reader(head));

        MvcTestResult answer = uploaded(before);
        assertThatPage(answer).contains("được lập trước khi văn bản được ký").contains(late.number());
        assertThat(text(answer)).doesNotContain("Tô Thị Kiểm");
        assertThatPage(uploaded(bytes(late)))
                .contains("Tệp này đúng là tệp đã ban hành")
                .contains("Tô Thị Kiểm");
    }

    @Test
    void aDocumentThatNobodyIsToSignIsNotSaidToWait() {
        document = notices.issued(Reader.ANONYMOUS, Documents.Hands.OWN_HAND_IF_ANY);

        assertThatPage(pages.get().uri("/check/" + code()).exchange())
                .hasTag("Không ký số")
                .contains(document.number())
                .doesNotContain("chưa có giá trị");
    }

    /** As if real keys had signed it, and others had answered. */
    private void reached(String level) {
        database.sql("update document.signature set level = :level, trial = false where document = :id")
                .param("level", level)
                .param("id", document.id())
                .update();
    }

    private byte[] bytes(IssuedDocument of) {
        try {
            return notices.pdf(of);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
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
        return uploaded(bytes, "");
    }

    private MvcTestResult uploaded(byte[] bytes, String code) {
        return pages.post()
                .uri("/check")
                .multipart()
                .file(new MockMultipartFile("file", "ket-qua.pdf", "application/pdf", bytes))
                .param("code", code)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
