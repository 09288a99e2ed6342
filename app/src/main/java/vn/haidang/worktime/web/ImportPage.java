package vn.haidang.worktime.web;

import java.util.List;
import vn.haidang.reference.Refusal;
import vn.haidang.ui.FieldError;

/**
 * A file to hand in.
 *
 * @param what {@code calendar}, {@code office-hours} or {@code unit-hours}
 * @param refusals what is wrong with the file that was handed in
 */
public record ImportPage(
        String what, List<String> columns, String fileName, List<Refusal> refusals, List<FieldError> errors) {

    public String path() {
        return what.equals(UnitHoursImportPages.WHAT) ? UnitHoursImportPages.PATH : back() + "/import";
    }

    public String back() {
        return what.equals(UnitHoursImportPages.WHAT) ? OfficeHoursPages.PATH : "/admin/" + what;
    }
}
