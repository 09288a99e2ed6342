package vn.haidang.form.web.build;

import java.util.List;
import vn.haidang.ui.FieldError;

/** Where a definition is brought in as a file; {@code place}: where the last one was refused, empty for nowhere. */
public record FormImportPage(String place, List<FieldError> errors) {

    static final FormImportPage EMPTY = new FormImportPage("", List.of());
}
