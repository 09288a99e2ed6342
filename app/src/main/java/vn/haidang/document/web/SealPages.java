package vn.haidang.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.document.internal.Seals;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** An administrator gives the program pictures of seals, and takes them away. */
@Controller
class SealPages {

    private static final String PATH = "/admin/seals";
    private static final int LONGEST_SOURCE = 300;

    private final Seals seals;
    private final Units units;
    private final Clock clock;

    SealPages(Seals seals, Units units, Clock clock) {
        this.seals = seals;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Requires(TemplatePages.ACTION)
    PageView list(@RequestParam(defaultValue = "") String done) {
        return page(SealsPage.Typed.NOTHING, done.matches("set|ended") ? done : "", List.of());
    }

    @PostMapping(PATH)
    @Requires(TemplatePages.ACTION)
    ModelAndView set(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String width,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Reader reader) {
        var typed = new SealsPage.Typed(unit.strip(), width.strip(), cut(source.strip()));
        List<FieldError> wrong =
                seals.set(new Seals.Given(typed.unit(), bytes(file), typed.width(), typed.source()), reader);
        if (wrong.isEmpty()) {
            return to(PATH + "?done=set");
        }
        PageView view = page(typed, "", wrong);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @PostMapping(PATH + "/{id}")
    @Requires(TemplatePages.ACTION)
    ModelAndView end(@PathVariable UUID id, Reader reader) {
        seals.end(id, reader);
        return to(PATH + "?done=ended");
    }

    @GetMapping(PATH + "/{id}")
    @Requires(TemplatePages.ACTION)
    void picture(@PathVariable UUID id, HttpServletResponse response) {
        byte[] png = seals.png(id);
        response.setContentType(MediaType.IMAGE_PNG_VALUE);
        response.setContentLength(png.length);
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        try {
            response.getOutputStream().write(png);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private PageView page(SealsPage.Typed typed, String done, List<FieldError> errors) {
        LocalDate today = LocalDate.now(clock);
        List<Seals.Line> all = seals.all();
        return new PageView(
                "document/seals",
                new SealsPage(
                        all,
                        all.stream()
                                .map(Seals.Line::unit)
                                .collect(
                                        Collectors.toMap(Function.identity(), unit -> UnitWords.name(units.get(unit)))),
                        Arrays.stream(Tier.values())
                                .flatMap(tier -> units.ofTier(tier, today).stream())
                                .map(UnitWords::option)
                                .toList(),
                        typed,
                        done,
                        errors));
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelAndView to(String path) {
        return new ModelAndView(new RedirectView(path, true));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_SOURCE));
    }
}
