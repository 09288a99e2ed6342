package vn.haidang.ui.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Finds the template of a view name; {@code redirect:} works as everywhere in Spring. */
@Component
class TemplateViews implements ViewResolver, Ordered {

    private static final String REDIRECT = "redirect:";

    private final Templates templates;
    private final Screens screens;

    TemplateViews(Templates templates, Screens screens) {
        this.templates = templates;
        this.screens = screens;
    }

    @Override
    public @Nullable View resolveViewName(String viewName, Locale locale) {
        if (viewName.startsWith(REDIRECT)) {
            var redirect = new RedirectView(viewName.substring(REDIRECT.length()), true, false);
            redirect.setExposeModelAttributes(false);
            return redirect;
        }
        return templates.has(viewName) ? new TemplateView(viewName, templates, screens) : null;
    }

    TemplateView view(String template) {
        return new TemplateView(template, templates, screens);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
