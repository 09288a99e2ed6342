package vn.haidang.ui.internal;

import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * What the server answers to requests so malformed that no filter of ours sees them: a few plain lines in both languages instead
 * of the server's own page.
 */
@Component
class LastPage implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final MessageSource messages;

    LastPage(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Valve(messages)));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static final class Valve extends ErrorReportValve {

        private final MessageSource messages;

        Valve(MessageSource messages) {
            this.messages = messages;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            var status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            SecurityHeaders.set(request, response);
            response.setContentType("text/html");
            response.setCharacterEncoding("UTF-8");
            try {
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write(page(Failure.ofStatus(status).messageKey()));
                    response.finishResponse();
                }
            } catch (IOException e) {
                container.getLogger().debug("the visitor left", e);
            }
        }

        private String page(String key) {
            var lines = new StringBuilder(
                    "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Haidang</title>");
            for (var locale : List.of(LanguageChoice.VIETNAMESE, LanguageChoice.ENGLISH)) {
                lines.append("<p lang=\"").append(locale.getLanguage()).append("\">");
                lines.append(HtmlUtils.htmlEscape(messages.getMessage(key, null, locale), "UTF-8"));
                lines.append("</p>");
            }
            return lines.append("</html>\n").toString();
        }
    }
}
