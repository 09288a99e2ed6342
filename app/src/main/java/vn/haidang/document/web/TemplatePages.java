package vn.haidang.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.document.internal.Placements;
import vn.haidang.document.internal.TemplateDrafts;
import vn.haidang.document.internal.signing.Placement;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.ui.spi.MenuEntry;

/** An administrator writes texts of documents, looks at them as PDF, publishes them, and sets where signature and seal stand. */
@Controller
class TemplatePages {

    static final String ACTION = "document/administer";
    static final String PATH = "/admin/documents";

    private static final String PLACEMENT = "/admin/placement";
    private static final int LONGEST_SOURCE = 300;

    private final TemplateDrafts drafts;
    private final Placements placements;

    TemplatePages(TemplateDrafts drafts, Placements placements) {
        this.drafts = drafts;
        this.placements = placements;
    }

    @Bean
    static MenuEntry documentTemplatesEntry() {
        return new MenuEntry("document.menu.templates", MenuEntry.Menu.ADMINISTRATION, PATH, ACTION, 56);
    }

    @GetMapping(PATH)
    @Requires(ACTION)
    PageView list() {
        return new PageView("document/templates", new TemplatesPage(drafts.all()));
    }

    @GetMapping(PATH + "/{code}")
    @Requires(ACTION)
    PageView edit(@PathVariable String code, @RequestParam(defaultValue = "") String done) {
        return page(code, done.matches("saved|published|discarded") ? done : "", List.of());
    }

    @PostMapping(PATH + "/{code}")
    @Requires(ACTION)
    ModelAndView act(
            @PathVariable String code,
            @RequestParam(name = "do", defaultValue = "save") String act,
            @RequestParam(defaultValue = "") String markup,
            Reader reader) {
        if (act.equals("discard")) {
            drafts.discard(code, reader);
            return to(PATH + "/" + code + "?done=discarded");
        }
        drafts.save(code, markup, reader);
        if (act.equals("publish")) {
            List<FieldError> wrong = drafts.publish(code, reader);
            return wrong.isEmpty() ? to(PATH + "/" + code + "?done=published") : wrong(code, wrong);
        }
        if (act.equals("preview")) {
            List<FieldError> wrong = drafts.check(code);
            return wrong.isEmpty() ? to(PATH + "/" + code + "/preview") : wrong(code, wrong);
        }
        return to(PATH + "/" + code + "?done=saved");
    }

    @GetMapping(PATH + "/{code}/preview")
    @Requires(ACTION)
    void preview(@PathVariable String code, HttpServletResponse response) {
        byte[] pdf = drafts.preview(code);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(pdf.length);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(code + "-preview.pdf")
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        try {
            response.getOutputStream().write(pdf);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @GetMapping(PLACEMENT)
    @Requires(ACTION)
    PageView placement(@RequestParam(defaultValue = "") String done) {
        return new PageView("document/placement", PlacementPage.of(placements, done.equals("set"), List.of()));
    }

    @PostMapping(PLACEMENT)
    @Requires(ACTION)
    ModelAndView place(
            @RequestParam(defaultValue = "") String width,
            @RequestParam(defaultValue = "") String height,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam(defaultValue = "") String covered,
            @RequestParam(defaultValue = "") String source,
            Reader reader) {
        PlacementPage.Typed typed = new PlacementPage.Typed(
                width.strip(), height.strip(), seal.strip(), covered.strip(), cut(source.strip()));
        List<FieldError> errors = typed.errors();
        if (!errors.isEmpty()) {
            var view = new PageView("document/placement", PlacementPage.again(placements, typed, errors));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        Placement placement = typed.placement();
        placements.set(placement, typed.source(), reader);
        return to(PLACEMENT + "?done=set");
    }

    private PageView page(String code, String done, List<FieldError> errors) {
        return new PageView("document/template", new TemplatePage(drafts.get(code), done, errors));
    }

    private PageView wrong(String code, List<FieldError> errors) {
        PageView view = page(code, "", errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView to(String path) {
        return new ModelAndView(new RedirectView(path, true));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_SOURCE));
    }
}
