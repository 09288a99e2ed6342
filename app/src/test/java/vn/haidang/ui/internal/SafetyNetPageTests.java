package vn.haidang.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import vn.haidang.ui.PageContext;

@SpringJUnitWebConfig(PageContext.class)
class SafetyNetPageTests {

    @Autowired
    SafetyNet net;

    @Test
    void saysThatTheDatabaseIsAwayWhenNoSessionCanBeRead() throws ServletException, IOException {
        var response = new MockHttpServletResponse();

        net.doFilter(new MockHttpServletRequest("GET", "/my"), response, (request, answer) -> {
            throw new CannotGetJdbcConnectionException("away", new SQLTransientConnectionException("timeout"));
        });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThatPage(response.getContentAsString(StandardCharsets.UTF_8))
                .hasHeading("Hệ thống tạm thời chưa đọc được dữ liệu");
    }

    @Test
    void leavesNothingOfAHalfMadeAnswer() throws ServletException, IOException {
        var response = new MockHttpServletResponse();

        net.doFilter(new MockHttpServletRequest("GET", "/my"), response, (request, answer) -> {
            answer.getWriter().write("half of a page");
            throw new IllegalStateException("broken");
        });

        assertThat(response.getStatus()).isEqualTo(500);
        assertThatPage(response.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("half of a page");
    }
}
