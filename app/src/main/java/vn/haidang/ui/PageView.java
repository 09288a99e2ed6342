package vn.haidang.ui;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/** Shows a template of the caller's module with the page record made for it; the template gets it as {@code page} beside {@code screen}. */
public final class PageView extends ModelAndView {

    public PageView(String template, Object page) {
        super(template);
        addObject("page", page);
    }

    /** A form shown again, with what is wrong beside each field. */
    public static PageView wrong(PageView page) {
        return refused(page, HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    /** The same with the status of what refused it. */
    public static PageView refused(PageView page, int status) {
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }
}
