package vn.haidang.ui.internal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The templates of all modules, compiled with the application. A name has no ending: {@code casework/inbox}. */
@Component
class Templates {

    /** Outside {@code vn.haidang}, where Modulith would take it for a module. */
    private static final String PACKAGE = "haidang.template";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);

    boolean has(String name) {
        return engine.hasTemplate(file(name));
    }

    void draw(String name, Map<String, Object> values, TemplateOutput output) {
        engine.render(file(name), values, output);
    }

    private static String file(String name) {
        return name + ".jte";
    }
}
