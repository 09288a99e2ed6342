package vn.haidang.organization.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Boundaries;
import vn.haidang.organization.Boundaries.BoundaryFile;
import vn.haidang.reference.GivenFile;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** Handing in boundaries of units; files too large for a form go through {@code bin/import-boundaries}. */
@Controller
class BoundaryPages {

    private final Boundaries boundaries;

    BoundaryPages(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    @GetMapping(UnitsMenu.PATH + "/boundaries")
    @Requires(UnitsMenu.ACTION)
    PageView ask() {
        return page(new Typed(Map.of()));
    }

    @PostMapping(UnitsMenu.PATH + "/boundaries")
    @Requires(UnitsMenu.ACTION)
    ModelAndView load(
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor by) {
        var typed = new Typed(fields);
        var on = typed.day("on");
        if (typed.of("source").isEmpty()) {
            typed.refuse("source", "organization.reform.empty.source");
        }
        if (file == null || file.isEmpty()) {
            typed.refuse("file", "organization.admin.no-file");
        }
        if (file != null && typed.errors().isEmpty()) {
            try {
                boundaries.load(
                        new BoundaryFile(given(file), on, typed.of("property"), typed.of("source")), by, number -> {});
                return new ModelAndView("redirect:/units?on=" + on + "&show=density");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ProblemException e) {
                refuse(typed, e);
            }
        }
        var page = page(typed);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** The number of the feature, and why. */
    private static void refuse(Typed typed, ProblemException e) {
        var arguments = e.problem().arguments();
        if (arguments.size() < 2) {
            throw e;
        }
        typed.refuse("file", String.valueOf(arguments.get(1)), arguments.getFirst());
    }

    private static GivenFile given(MultipartFile file) {
        return new GivenFile() {
            @Override
            public String name() {
                return Objects.requireNonNullElse(file.getOriginalFilename(), "");
            }

            @Override
            public InputStream open() throws IOException {
                return file.getInputStream();
            }
        };
    }

    private static PageView page(Typed typed) {
        return new PageView("organization/boundaries", new ImportPage(typed, List.of(), "", List.of()));
    }
}
