package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.internal.ServiceTable;
import vn.haidang.reference.Refusal;
import vn.haidang.ui.FieldError;

/** A table of services to hand in. */
public record ServiceTablePage(String file, List<Refusal> refusals, List<FieldError> errors) {

    public List<String> columns() {
        return ServiceTable.COLUMNS;
    }

    /** Those that may be there besides, all of them or none. */
    public List<String> wayColumns() {
        return ServiceTable.WAY_COLUMNS;
    }
}
