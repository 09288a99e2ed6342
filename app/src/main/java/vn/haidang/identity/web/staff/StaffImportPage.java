package vn.haidang.identity.web.staff;

import java.util.List;
import vn.haidang.identity.internal.staff.StaffRow;
import vn.haidang.reference.Refusal;
import vn.haidang.ui.FieldError;

/** The page on which a table of officials is handed in, with every line of the last one that was refused. */
public record StaffImportPage(String fileName, List<Refusal> refusals, List<FieldError> errors) {

    public List<String> columns() {
        return StaffRow.COLUMNS;
    }
}
