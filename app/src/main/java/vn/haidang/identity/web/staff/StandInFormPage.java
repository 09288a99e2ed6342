package vn.haidang.identity.web.staff;

import java.util.List;
import vn.haidang.identity.internal.staff.StaffRows;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/**
 * The form on which somebody is named who stands in for one official.
 *
 * @param posts which of the official's, as unit and role
 * @param people who else works at these units
 */
public record StandInFormPage(
        StaffRows.Official official,
        StandInForms.Typed typed,
        List<Option> posts,
        List<Option> people,
        List<FieldError> errors) {}
