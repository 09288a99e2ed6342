package vn.haidang.reference.web;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.reference.ImportCheck;
import vn.haidang.reference.ImportCheck.FileLine;
import vn.haidang.reference.IntakeReport.Remark;
import vn.haidang.reference.internal.intake.ImportRows;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.ui.Slice;

/** How far the latest import is, and every row of it that somebody should look at. */
@Controller
class ImportsPages {

    private static final int ROWS = 50;
    private static final int LAST_PAGE = 1_000_000;

    private final ImportCheck imports;
    private final ImportRows rows;

    ImportsPages(ImportCheck imports, ImportRows rows) {
        this.imports = imports;
        this.rows = rows;
    }

    @GetMapping(ImportsMenu.PATH)
    @Requires(ImportsMenu.ACTION)
    PageView latest() {
        return new PageView(
                "reference/imports", new ImportsPage(imports.latest().orElse(null)));
    }

    /** A file of a run that is kept no longer leads to the latest run. */
    @GetMapping(ImportsMenu.PATH + "/file")
    @Requires(ImportsMenu.ACTION)
    PageView file(
            @RequestParam(required = false) @Nullable UUID run,
            @RequestParam(defaultValue = "1") int number,
            @RequestParam(defaultValue = "1") int page) {
        var request = new PageRequest(Math.clamp(page, 1, LAST_PAGE), ROWS);
        return Optional.ofNullable(run).stream()
                .flatMap(id -> rows.files(id).stream())
                .filter(each -> each.number() == number)
                .findFirst()
                .map(file -> view(file, rows.remarks(Objects.requireNonNull(run), number, request), run))
                .orElseGet(this::latest);
    }

    private static PageView view(FileLine file, Slice<Remark> remarks, @Nullable UUID run) {
        var path = ImportsMenu.PATH + "/file?run=" + run + "&number=" + file.number();
        return new PageView("reference/importFile", new ImportFilePage(file, path, remarks));
    }
}
