package vn.haidang.plan.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.journal.Actor;
import vn.haidang.plan.PlanDocument;
import vn.haidang.plan.PlanIndicator;
import vn.haidang.plan.internal.PlanRows;
import vn.haidang.plan.internal.TargetDesk;
import vn.haidang.plan.internal.TargetImporter;
import vn.haidang.plan.internal.TargetRow;
import vn.haidang.reference.GivenFile;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.TableStream;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** New documents, and tables of targets, which go into the draft whole or not at all. */
@Controller
class TargetTablePages {

    private static final int MOST_ROWS = 2000;
    private static final String YES = "yes";

    private final PlanRows plan;
    private final TargetDesk desk;

    TargetTablePages(PlanRows plan, TargetDesk desk) {
        this.plan = plan;
        this.desk = desk;
    }

    @GetMapping(TargetAdministration.PATH + "/import")
    @Requires(TargetAdministration.ACTION)
    PageView askTable() {
        return table("", List.of(), List.of());
    }

    @PostMapping(TargetAdministration.PATH + "/import")
    @Requires(TargetAdministration.ACTION)
    ModelAndView read(@RequestParam(required = false) @Nullable MultipartFile file, Actor by) {
        if (file == null || file.isEmpty()) {
            return refused("", List.of(), FieldError.of("file", "plan.admin.no-file"));
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var table = TableStream.of(GivenFile.of(name, bytes(file)));
        var missing = TargetImporter.COLUMNS.stream()
                .filter(column -> !table.has(column))
                .toList();
        if (!table.refused() && !missing.isEmpty()) {
            return refused(name, List.of(), FieldError.of("file", "plan.admin.columns", String.join(", ", missing)));
        }
        var targets = targets(table);
        if (table.refused() || targets.isEmpty()) {
            return refused(name, table.refusals(), FieldError.of("file", "plan.admin.nothing", name));
        }
        desk.set(targets, by);
        return new ModelAndView("redirect:" + TargetAdministration.PATH + "/draft");
    }

    @GetMapping(TargetAdministration.PATH + "/document")
    @Requires(TargetAdministration.ACTION)
    PageView askDocument() {
        return new PageView("plan/planDocument", new TypedTarget(Map.of()));
    }

    /** Without the token of what was shown it shows what would be; with it, it is saved. */
    @PostMapping(TargetAdministration.PATH + "/document")
    @Requires(TargetAdministration.ACTION)
    ModelAndView declare(@RequestParam Map<String, String> fields, Actor by) {
        var typed = new TypedTarget(fields);
        var document = typed.document(plan.documents());
        if (document == null) {
            var page = new PageView("plan/planDocument", typed);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var token = Integer.toHexString(document.hashCode());
        if (!typed.of("token").equals(token)) {
            return new PageView("plan/planDocumentShown", new PlanDocumentPage(typed, document, token));
        }
        desk.declare(document, by);
        return new ModelAndView("redirect:" + TargetAdministration.PATH + "/edit?document=" + document.key());
    }

    private List<TargetRow> targets(TableStream table) {
        var documents = plan.documents().stream().map(PlanDocument::key).collect(Collectors.toSet());
        var indicators = plan.indicators().stream().map(PlanIndicator::key).collect(Collectors.toSet());
        Map<TargetRow.Key, TargetRow> read = new LinkedHashMap<>();
        table.rows(row -> {
            if (read.size() < MOST_ROWS) {
                target(row, documents, indicators, read);
            }
        });
        return List.copyOf(read.values());
    }

    private static void target(
            ReferenceRow row, Set<String> documents, Set<String> indicators, Map<TargetRow.Key, TargetRow> read) {
        var target = TargetImporter.read(row, documents, indicators);
        if (target.year() < 2000 || target.year() > 2100) {
            row.refuse("year", "plan.admin.bad-year");
        }
        var value = target.value();
        if (target.operator().equals(YES) != (value == null)
                || (value != null && (value.scale() > 4 || value.precision() - value.scale() > 10))) {
            row.refuse("value", "plan.admin.bad-value");
        }
        if ((target.notComparable() == null) != (target.notComparableEn() == null)) {
            row.refuse("not_comparable_en", "plan.admin.both-languages");
        }
        if (read.put(target.key(), target) != null) {
            row.refuse("document", "reference.refused.duplicate", target.document());
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageView refused(String file, List<Refusal> refusals, FieldError error) {
        var page = table(file, refusals, List.of(error));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static PageView table(String file, List<Refusal> refusals, List<FieldError> errors) {
        return new PageView("plan/targetImport", new TargetImportPage(TargetImporter.COLUMNS, file, refusals, errors));
    }
}
