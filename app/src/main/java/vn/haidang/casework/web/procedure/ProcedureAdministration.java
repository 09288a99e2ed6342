package vn.haidang.casework.web.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.internal.CaseworkProblems;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.ProcedureDrafts;
import vn.haidang.casework.internal.ProcedurePictures;
import vn.haidang.casework.internal.ProcedurePublishing;
import vn.haidang.casework.internal.Procedures;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Procedures brought in, looked at, compared and thrown away; what puts them in force stands beside. */
@Controller
class ProcedureAdministration {

    static final String ACTION = "casework/administer";
    static final String DRAFT = "draft";

    private final Procedures procedures;
    private final ProcedureDrafts drafts;
    private final ProcedurePublishing publishing;
    private final ProcedurePictures pictures;
    private final Clock clock;

    ProcedureAdministration(
            Procedures procedures,
            ProcedureDrafts drafts,
            ProcedurePublishing publishing,
            ProcedurePictures pictures,
            Clock clock) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.publishing = publishing;
        this.pictures = pictures;
        this.clock = clock;
    }

    @GetMapping("/admin/procedures")
    @Requires(ACTION)
    PageView list(@RequestParam(defaultValue = "") String done) {
        LocalDate today = LocalDate.now(clock);
        List<ProcedureDrafts.Draft> waiting = drafts.all();
        Map<String, List<Procedure>> byCode = procedures.all().stream()
                .collect(Collectors.groupingBy(Procedure::code, TreeMap::new, Collectors.toList()));
        List<AdministrationListPage.Line> lines = new ArrayList<>();
        byCode.forEach((code, versions) -> {
            Procedure shown = versions.stream()
                    .filter(each -> VersionState.of(each, today) == VersionState.IN_FORCE)
                    .findFirst()
                    .orElse(versions.getLast());
            lines.add(new AdministrationListPage.Line(
                    shown,
                    versions.size(),
                    VersionState.of(shown, today),
                    waiting.stream().anyMatch(draft -> draft.code().equals(code))));
        });
        return new PageView(
                "casework/procedure/administration", new AdministrationListPage(lines, waiting, today, done));
    }

    @GetMapping("/admin/procedures/{code}")
    @Requires(ACTION)
    PageView show(@PathVariable String code, @RequestParam(defaultValue = "") String done) {
        List<Procedure> versions = versions(code);
        ProcedureDrafts.Draft draft = drafts.find(code).orElse(null);
        if (versions.isEmpty() && draft == null) {
            throw CaseworkProblems.noSuchDraft(code);
        }
        return new PageView(
                "casework/procedure/administer",
                new AdministrationPage(code, versions, draft, publishing.open(code), LocalDate.now(clock), done));
    }

    @GetMapping("/admin/procedures/import")
    @Requires(ACTION)
    PageView form() {
        return new PageView("casework/procedure/import", ImportPage.EMPTY);
    }

    @PostMapping("/admin/procedures/import")
    @Requires(ACTION)
    ModelAndView take(Reader reader, @RequestParam(required = false) @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return refused(
                    new ImportPage("", List.of(), List.of(FieldError.of("file", "casework.import.file.missing"))));
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return switch (drafts.take(name, bytes(file), reader)) {
            case ProcedureDrafts.Refused(var refusals) ->
                refused(new ImportPage(
                        name,
                        RefusalLine.of(refusals),
                        List.of(FieldError.of("file", "casework.import.refused", refusals.size()))));
            case ProcedureDrafts.Unchanged(var code) ->
                new ModelAndView("redirect:/admin/procedures/" + code + "?done=unchanged");
            case ProcedureDrafts.Stored(var code) -> new ModelAndView("redirect:/admin/procedures/" + code + "/draft");
        };
    }

    @GetMapping("/admin/procedures/{code}/draft")
    @Requires(ACTION)
    PageView draft(@PathVariable String code) {
        ProcedureDrafts.Draft draft = drafts.find(code).orElseThrow(() -> CaseworkProblems.noSuchDraft(code));
        List<Procedure> versions = versions(code);
        return new PageView(
                "casework/procedure/draft",
                new DraftPage(draft, versions.isEmpty() ? null : versions.getFirst(), pictures));
    }

    @PostMapping("/admin/procedures/{code}/draft/discard")
    @Requires(ACTION)
    String discard(Reader reader, @PathVariable String code) {
        drafts.discard(code, reader);
        return versions(code).isEmpty()
                ? "redirect:/admin/procedures?done=discarded"
                : "redirect:/admin/procedures/" + code + "?done=discarded";
    }

    @GetMapping("/admin/procedures/{code}/compare")
    @Requires(ACTION)
    PageView compare(@PathVariable String code, @RequestParam String left, @RequestParam String right) {
        AdministrationPage known = new AdministrationPage(
                code, versions(code), drafts.find(code).orElse(null), List.of(), LocalDate.now(clock), "");
        return new PageView(
                "casework/procedure/compare",
                new ComparePage(
                        code,
                        left,
                        right,
                        known.comparable(),
                        new ProcedureDifferences(table(known, left), table(known, right))));
    }

    private ProcedureTable table(AdministrationPage known, String version) {
        ProcedureDrafts.Draft draft = known.draft();
        if (version.equals(DRAFT) && draft != null && draft.procedure() != null) {
            return new ProcedureTable(draft.procedure(), pictures);
        }
        return new ProcedureTable(
                known.versions().stream()
                        .filter(each -> String.valueOf(each.version()).equals(version))
                        .findFirst()
                        .orElseThrow(() -> CaseworkProblems.noSuchDraft(known.code())),
                pictures);
    }

    private List<Procedure> versions(String code) {
        return procedures.all().stream()
                .filter(each -> each.code().equals(code))
                .sorted(Comparator.comparingInt(Procedure::version).reversed())
                .toList();
    }

    private static ModelAndView refused(ImportPage page) {
        PageView view = new PageView("casework/procedure/import", page);
        view.setStatus(HttpStatusCode.valueOf(422));
        return view;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
