package vn.haidang.publicservice.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.HaidangApplication;
import vn.haidang.TestDatabase;
import vn.haidang.WebTest;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.identity.Reader;
import vn.haidang.identity.SignedIn;
import vn.haidang.publicservice.Applicant;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.KeptInput;

/** More than the server takes at once ends at the question it answers, not at an error page or a broken line. */
@WebTest
class LargeUploadPageTests {

    private static final String SERVICE = "1.001193";

    private final MockMvcTester pages;
    private final Drafts drafts;
    private final MultipartProperties limits;
    private final Applicant people;

    LargeUploadPageTests(MockMvcTester pages, Drafts drafts, MultipartProperties limits, ApplicationContext context) {
        this.pages = pages;
        this.drafts = drafts;
        this.limits = limits;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
    }

    @Test
    void leadsBackToTheQuestionWithTheMessageAtItsFieldAndTheAnswersKept() throws IOException {
        Reader reader = people.resident("Lê Thị Tệp Lớn");
        DraftId draft = people.filled(SERVICE, reader);
        Map<String, String> before = drafts.get(draft, reader).values();
        var asked = drafts.get(draft, reader).form().asked(before);
        var page = asked.stream()
                .filter(each -> each.fields().stream().anyMatch(field -> field.kind() == Kind.FILE))
                .findFirst()
                .orElseThrow();
        var field = page.fields().stream()
                .filter(each -> each.kind() == Kind.FILE)
                .findFirst()
                .orElseThrow();
        String path = "/apply/" + SERVICE + "/" + draft.value() + "/" + page.code();

        List<String> sent = send(path, part(field.name(), "photo.jpg", ""), "", "");

        String back = path + "?too-large=1";
        assertThat(sent.getFirst()).startsWith("HTTP/1.1 303");
        assertThat(sent).contains("Location: " + back);
        MvcTestResult again = pages.get()
                .uri(back)
                .with(SignedIn.as(requireNonNull(reader.account())))
                .exchange();
        assertThatPage(again)
                .has(".govuk-error-summary a[href=#" + field.name() + "]")
                .contains("Tệp gửi lên quá lớn nên chưa được nhận: mỗi tệp tối đa 20 MB");
        assertThat(drafts.get(draft, reader).values()).isEqualTo(before);
    }

    /** The words stand on both sides of the file, as on a page that asks on after it. */
    @Test
    void keepsTheOtherAnswersOfThePageUntilItIsSentAgain() throws IOException {
        Reader reader = people.resident("Lê Thị Chữ Còn");
        DraftId draft = people.filled(SERVICE, reader);
        String path = "/apply/" + SERVICE + "/" + draft.value() + "/birth-proof";
        String before = drafts.get(draft, reader).values().get("birth-proof.kind");
        Cookie session = session(path);

        List<String> sent = send(
                path,
                part(KeptInput.MARK, null, "1") + part("_csrf", null, "x") + part("birth-proof.files", "photo.jpg", ""),
                part("birth-proof.kind", null, "witness"),
                session.getValue());

        assertThat(before).isNotEqualTo("witness");
        assertThat(sent).contains("Location: " + path + "?too-large=1");
        assertThatPage(get(path + "?too-large=1", session, reader))
                .has(".govuk-error-summary a[href=#birth-proof.files]")
                .has("input[name=birth-proof.kind][value=witness][checked]")
                .doesNotContain("Trang này chưa gửi được");
        assertThat(drafts.get(draft, reader).values()).containsEntry("birth-proof.kind", before);
        assertThatPage(get(path + "?too-large=1", session(path), reader))
                .has("input[name=birth-proof.kind][value=" + before + "][checked]");
    }

    @Test
    void keepsNothingThatAnotherSiteSent() throws IOException {
        Reader reader = people.resident("Lê Thị Trang Khác");
        DraftId draft = people.filled(SERVICE, reader);
        String path = "/apply/" + SERVICE + "/" + draft.value() + "/birth-proof";
        Cookie session = session(path);

        send(
                path,
                part(KeptInput.MARK, null, "1") + part("birth-proof.kind", null, "witness"),
                "",
                session.getValue() + "\r\nSec-Fetch-Site: cross-site");

        assertThatPage(get(path + "?too-large=1", session, reader))
                .hasNo("input[name=birth-proof.kind][value=witness][checked]");
    }

    /** The browser says it before: what it lets through is taken with the answers beside it. */
    @Test
    void whatTheBrowserSendsTheServerTakes() {
        assertThat(limits.getMaxRequestSize().toBytes() - FieldError.AT_ONCE).isGreaterThan(KeptInput.LONGEST);
        assertThat(limits.getMaxFileSize()).isGreaterThanOrEqualTo(limits.getMaxRequestSize());
    }

    /** One that began before, so that something can be kept in it. */
    private Cookie session(String path) {
        return requireNonNull(pages.post()
                .uri(path)
                .param(KeptInput.MARK, "1")
                .exchange()
                .getResponse()
                .getCookie("haidang"));
    }

    private MvcTestResult get(String path, Cookie session, Reader reader) {
        return pages.get()
                .uri(path)
                .cookie(session)
                .with(SignedIn.as(requireNonNull(reader.account())))
                .exchange();
    }

    private static String part(String name, @Nullable String file, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s"
                .formatted(
                        name,
                        file == null ? "" : "; filename=\"" + file + "\"\r\nContent-Type: image/jpeg",
                        file == null ? content + "\r\n" : content);
    }

    /**
     * Over the wire, as a browser does that reads the answer when it has sent everything; with a limit that is small, and more than the
     * server by itself would read to its end.
     */
    private static List<String> send(String path, String before, String after, String session) throws IOException {
        try (var server = new SpringApplicationBuilder(HaidangApplication.class)
                        .initializers(new TestDatabase())
                        .run("--spring.servlet.multipart.max-request-size=1MB");
                var line = new Socket(
                        InetAddress.getLoopbackAddress(),
                        requireNonNull(((ServletWebServerApplicationContext) server).getWebServer())
                                .getPort())) {
            byte[] head = before.getBytes(StandardCharsets.US_ASCII);
            byte[] photo = new byte[32 * 1024 * 1024];
            byte[] end = ("\r\n" + after + "--x--\r\n").getBytes(StandardCharsets.US_ASCII);
            OutputStream out = line.getOutputStream();
            out.write("""
                    POST %s HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Connection: close\r
                    Content-Type: multipart/form-data; boundary=x\r
                    Content-Length: %d\r
                    Cookie: haidang=%s\r
                    \r
                    """.formatted(path, head.length + photo.length + end.length, session)
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(head);
            out.write(photo);
            out.write(end);
            out.flush();
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
