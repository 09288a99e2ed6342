package vn.haidang.publicservice.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
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

/** More than the server takes at once ends at the question it answers, not at an error page or a broken line. */
@WebTest
class LargeUploadPageTests {

    private static final String SERVICE = "1.001193";

    private final MockMvcTester pages;
    private final Drafts drafts;
    private final Applicant people;

    LargeUploadPageTests(MockMvcTester pages, Drafts drafts, ApplicationContext context) {
        this.pages = pages;
        this.drafts = drafts;
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

        List<String> sent = send(path, field.name());

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

    /**
     * Over the wire, as a browser does that reads the answer when it has sent everything; with a limit that is small, and more than the
     * server by itself would read to its end.
     */
    private static List<String> send(String path, String field) throws IOException {
        try (var server = new SpringApplicationBuilder(HaidangApplication.class)
                        .initializers(new TestDatabase())
                        .run("--spring.servlet.multipart.max-request-size=1MB");
                var line = new Socket(
                        InetAddress.getLoopbackAddress(),
                        requireNonNull(((ServletWebServerApplicationContext) server).getWebServer())
                                .getPort())) {
            byte[] head = """
                    --x\r
                    Content-Disposition: form-data; name="%s"; filename="photo.jpg"\r
                    Content-Type: image/jpeg\r
                    \r
                    """.formatted(field).getBytes(StandardCharsets.US_ASCII);
            byte[] photo = new byte[32 * 1024 * 1024];
            byte[] end = "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII);
            OutputStream out = line.getOutputStream();
            out.write(
                    """
                    POST %s HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Connection: close\r
                    Content-Type: multipart/form-data; boundary=x\r
                    Content-Length: %d\r
                    \r
                    """.formatted(path, head.length + photo.length + end.length).getBytes(StandardCharsets.US_ASCII));
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
