package vn.haidang.casework.web.procedure;

import java.util.List;
import vn.haidang.ui.FieldError;

/** Where a table is handed in, with what was refused of the last one. */
public record ImportPage(String fileName, List<RefusalLine> refusals, List<FieldError> errors) {

    static final ImportPage EMPTY = new ImportPage("", List.of(), List.of());
}
