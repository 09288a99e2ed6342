package vn.haidang.ui.internal;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;
import vn.haidang.ui.Screen;

/**
 * Draws one template. The whole page is made in memory before its first byte leaves, so a template that fails leads to an error
 * page, never to half a page.
 */
final class TemplateView implements View {

    private static final String HTML = "text/html;charset=UTF-8";

    private final String template;
    private final Templates templates;
    private final Screens screens;

    TemplateView(String template, Templates templates, Screens screens) {
        this.template = template;
        this.templates = templates;
        this.screens = screens;
    }

    @Override
    public String getContentType() {
        return HTML;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(screens.of(request), model == null ? Map.of() : model, response);
    }

    void write(Screen screen, Map<String, ?> model, HttpServletResponse response) throws IOException {
        var values = new HashMap<String, Object>();
        model.forEach((name, value) -> {
            if (value != null && !name.startsWith("org.springframework.")) {
                values.put(name, value);
            }
        });
        values.put("screen", screen);
        var output = new Utf8ByteOutput();
        templates.draw(template, values, output);
        response.setContentType(HTML);
        response.setLocale(screen.locale());
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
