package vn.haidang.identity.web.staff;

import java.util.List;
import java.util.stream.Stream;
import vn.haidang.reference.Refusal;
import vn.haidang.ui.FieldError;

/** The page on which a table of roles is handed in, with every line of the last one that was refused. */
public record RoleImportPage(String fileName, List<Refusal> refusals, List<FieldError> errors) {

    static final List<String> COLUMNS = List.of("role", "action");

    /** Only for roles that there are not yet. */
    static final List<String> OPTIONAL = List.of("name", "name_en");

    public List<String> columns() {
        return Stream.concat(COLUMNS.stream(), OPTIONAL.stream()).toList();
    }
}
