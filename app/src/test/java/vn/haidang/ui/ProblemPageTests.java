package vn.haidang.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@SpringJUnitWebConfig(PageContext.class)
class ProblemPageTests {

    @Autowired
    WebApplicationContext context;

    MockMvcTester pages;

    @BeforeEach
    void open() {
        pages = PageContext.open(context);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /nowhere           | 404 | Không tìm thấy trang này
            /test/refuses      | 429 | Bạn gửi quá nhiều lần trong thời gian ngắn
            /test/expired      | 403 | Trang đã mở quá lâu
            /test/binds        | 400 | Thông tin gửi lên chưa đúng
            /test/binds?day=xx | 400 | Thông tin gửi lên chưa đúng
            /test/large        | 405 | Trang này không nhận cách gửi đó
            /test/database     | 503 | Hệ thống tạm thời chưa đọc được dữ liệu
            /test/breaks       | 500 | Có lỗi ngoài dự kiến
            """)
    void everyFailureHasItsPage(String path, int status, String heading) {
        var answer = pages.get().uri(path).accept("text/html").exchange();

        assertThat(answer).hasStatus(status);
        assertThatPage(answer).isVietnamese().hasHeading(heading).hasLink("Về trang đầu", "/");
    }

    @Test
    void tooLargeAnUploadSaysThatNothingWasSaved() {
        var answer = pages.post().uri("/test/large").accept("text/html").exchange();

        assertThat(answer).hasStatus(413);
        assertThatPage(answer).contains("Chưa có gì được lưu");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                        | -
            http://localhost/my/data?page=2          | /my/data?page=2
            https://elsewhere.example/my/data        | -
            http://localhost//elsewhere.example/data | -
            not an address                           | -
            """)
    void tooLargeAnUploadLeadsBackToThePageOfOursItCameFrom(@Nullable String from, @Nullable String back) {
        var request = pages.post().uri("/test/large").accept("text/html");
        var answer = (from == null ? request : request.header("Referer", from)).exchange();

        assertThat(answer).hasStatus(413);
        if (back == null) {
            assertThatPage(answer).doesNotContain("Về trang vừa gửi");
        } else {
            assertThatPage(answer).hasLink("Về trang vừa gửi", back);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                               | too-large=1
            http://localhost/test/upload/photo?return=1     | return=1&too-large=1
            http://localhost/test/upload/photo?too-large=1  | too-large=1
            http://localhost/test/upload/other?return=1     | too-large=1
            """)
    void tooLargeAnUploadLeadsBackToItsFieldWhereThePageSaysSo(@Nullable String from, String query) {
        var request = pages.post().uri("/test/upload/photo").contentType("multipart/form-data; boundary=x");
        var answer = (from == null ? request : request.header("Referer", from)).exchange();

        assertThat(answer).hasStatus(303).hasRedirectedUrl("/test/upload/photo?" + query);
    }

    @Test
    void programsAreToldThatItWasTooLarge() {
        var answer = pages.post()
                .uri("/test/upload/photo")
                .contentType("multipart/form-data; boundary=x")
                .accept("application/json")
                .exchange();

        assertThat(answer).hasStatus(413).hasContentType("application/problem+json");
    }

    @Test
    void speaksEnglishToWhoChoseIt() {
        var answer = pages.get()
                .uri("/nowhere")
                .cookie(new Cookie("language", "en"))
                .accept("text/html")
                .exchange();

        assertThatPage(answer).isEnglish().hasHeading("This page was not found");
    }

    @Test
    void unexpectedFailureShowsAReferenceAndNothingOfTheInside() {
        var answer = pages.get().uri("/test/breaks").accept("text/html").exchange();

        assertThatPage(answer).contains("Mã tra cứu: ").doesNotContain("4711").doesNotContain("Exception");
    }

    @Test
    void programsGetProblemDetails() {
        var answer = pages.get().uri("/test/refuses").accept("application/json").exchange();

        assertThat(answer).hasStatus(429).hasContentType("application/problem+json");
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("ui/too-often");
        assertThat(answer).bodyJson().extractingPath("$.title").isEqualTo("Bạn gửi quá nhiều lần trong thời gian ngắn");
        assertThat(answer).bodyJson().extractingPath("$.instance").isEqualTo("/test/refuses");
    }

    @Test
    void interfacesAlwaysGetProblemDetails() {
        var answer = pages.get().uri("/api/nowhere").accept("*/*").exchange();

        assertThat(answer).hasStatus(404).hasContentType("application/problem+json");
    }

    @Test
    void everyAnswerForbidsWhatIsNotOurs() {
        var answer = pages.get().uri("/nowhere").exchange();

        assertThat(answer)
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        values -> assertThat(values)
                                .singleElement()
                                .asString()
                                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                                .doesNotContain("unsafe"));
        assertThat(answer).doesNotContainHeader("Strict-Transport-Security");
    }

    @Test
    void transportIsPinnedOnlyWhereItIsSecure() {
        var answer = pages.get()
                .uri("/nowhere")
                .with(request -> {
                    request.setSecure(true);
                    return request;
                })
                .exchange();

        assertThat(answer).containsHeader("Strict-Transport-Security");
    }
}
