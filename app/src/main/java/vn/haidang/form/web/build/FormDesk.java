package vn.haidang.form.web.build;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.internal.DefinitionRefused;
import vn.haidang.form.internal.Definitions;
import vn.haidang.form.internal.build.FormDraftRows;
import vn.haidang.form.internal.build.FormDrafts;
import vn.haidang.form.web.FormPages;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** All forms for administrators: their versions, new ones, files brought in and taken out. */
@Controller
class FormDesk {

    static final String ACTION = "form/define";
    static final String PATH = "/admin/forms";

    private static final Set<String> DONE =
            Set.of("saved", "begun", "imported", "discarded", "published", "added", "moved", "removed");

    private final FormDrafts drafts;
    private final Definitions definitions;

    FormDesk(FormDrafts drafts, Definitions definitions) {
        this.drafts = drafts;
        this.definitions = definitions;
    }

    /** Where the draft of a form is written. */
    static String draft(String code) {
        return PATH + "/" + code + "/draft";
    }

    /** What was just done, as the address says it; empty for anything else. */
    static String done(String done) {
        return DONE.contains(done) ? done : "";
    }

    static ModelAndView to(String path, String done) {
        return new ModelAndView(new RedirectView(done.isEmpty() ? path : path + "?done=" + done, true));
    }

    static ModelAndView refused(PageView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @GetMapping(PATH)
    @Requires(ACTION)
    PageView list(@RequestParam(defaultValue = "") String done) {
        return list(new Typed(Map.of(), List.of()), done(done));
    }

    @PostMapping(PATH)
    @Requires(ACTION)
    ModelAndView create(@RequestParam(defaultValue = "") String code, HttpServletRequest request, Reader reader) {
        Map<String, String> says = Binder.says(List.of("code", "title.vi", "title.en"), request);
        List<FieldError> missing = Stream.of("title.vi", "title.en")
                .filter(key -> says.getOrDefault(key, "").isEmpty())
                .map(key -> FieldError.of(key, "form.fault.missing"))
                .toList();
        if (!missing.isEmpty()) {
            return refused(list(new Typed(says, missing), ""));
        }
        try {
            drafts.create(code.strip(), Map.copyOf(Binder.says(Binder.FORM, request)), reader);
        } catch (ProblemException refused) {
            return refused(list(new Typed(says, List.of(FieldError.of("code", refused.problem()))), ""));
        }
        return to(draft(code.strip()), "begun");
    }

    @GetMapping(PATH + "/import")
    @Requires(ACTION)
    PageView file() {
        return new PageView("form/build/importFile", FormImportPage.EMPTY);
    }

    @PostMapping(PATH + "/import")
    @Requires(ACTION)
    ModelAndView take(@RequestParam(required = false) @Nullable MultipartFile file, Reader reader) {
        if (file == null || file.isEmpty()) {
            return refused(importPage("", FieldError.of("file", "form.build.import.missing")));
        }
        try {
            return to(draft(drafts.take(text(file), reader)), "imported");
        } catch (DefinitionRefused refused) {
            return refused(
                    importPage(refused.place(), new FieldError("file", refused.messageKey(), refused.arguments())));
        } catch (ProblemException refused) {
            return refused(importPage("", FieldError.of("file", refused.problem())));
        }
    }

    @GetMapping(PATH + "/{code}")
    @Requires(ACTION)
    PageView show(@PathVariable String code, @RequestParam(defaultValue = "") String done) {
        FormDefinition current = definitions.current(code).orElse(null);
        FormDraftRows.Stored draft = drafts.find(code).orElse(null);
        if (current == null && draft == null) {
            throw Problem.of("form/no-such-form", 404, code).exception();
        }
        return new PageView(
                "form/build/versions", new FormVersionsPage(code, current, drafts.versions(code), draft, done(done)));
    }

    @PostMapping(PATH + "/{code}")
    @Requires(ACTION)
    ModelAndView act(
            @PathVariable String code,
            @RequestParam(name = "do", defaultValue = "") String act,
            @RequestParam(defaultValue = "0") int version,
            Reader reader) {
        if (act.equals("discard")) {
            drafts.discard(code, reader);
            return to(definitions.current(code).isPresent() ? PATH + "/" + code : PATH, "discarded");
        }
        drafts.begin(code, version, reader);
        return to(draft(code), "begun");
    }

    @GetMapping(PATH + "/{code}/draft/yaml")
    @Requires(ACTION)
    ResponseEntity<byte[]> document(@PathVariable String code) {
        return FormPages.yaml(code + "-draft", drafts.document(drafts.get(code).draft()));
    }

    private PageView list(Typed typed, String done) {
        List<FormDraftRows.Stored> written = drafts.all();
        Set<String> codes = written.stream().map(each -> each.draft().code()).collect(Collectors.toSet());
        List<FormDefinition> known = definitions.codes().stream()
                .flatMap(code -> definitions.current(code).stream())
                .toList();
        Set<String> published = known.stream().map(FormDefinition::code).collect(Collectors.toSet());
        return new PageView(
                "form/build/list",
                new FormListPage(
                        known.stream()
                                .map(form -> new FormListPage.Line(form, codes.contains(form.code())))
                                .toList(),
                        written.stream()
                                .filter(each -> !published.contains(each.draft().code()))
                                .toList(),
                        typed,
                        done));
    }

    private static PageView importPage(String place, FieldError error) {
        return new PageView("form/build/importFile", new FormImportPage(place, List.of(error)));
    }

    private static String text(MultipartFile file) {
        try {
            String text = new String(file.getBytes(), StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
