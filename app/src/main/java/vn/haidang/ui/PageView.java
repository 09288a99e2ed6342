package vn.haidang.ui;

import org.springframework.web.servlet.ModelAndView;

/** Shows a template of the caller's module with the page record made for it; the template gets it as {@code page} beside {@code screen}. */
public final class PageView extends ModelAndView {

    public PageView(String template, Object page) {
        super(template);
        addObject("page", page);
    }
}
