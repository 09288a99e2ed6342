package vn.haidang.identity.web.staff;

import java.util.List;
import vn.haidang.reference.Refusal;
import vn.haidang.ui.FieldError;

/** The page on which a table of roles is handed in, with every line of the last one that was refused. */
public record RoleImportPage(String fileName, List<Refusal> refusals, List<FieldError> errors) {

    static final List<String> COLUMNS = List.of("role", "action");

    public List<String> columns() {
        return COLUMNS;
    }
}
