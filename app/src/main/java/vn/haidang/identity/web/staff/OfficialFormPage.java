package vn.haidang.identity.web.staff;

import java.util.List;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/**
 * The form of one post.
 *
 * @param further whether it is a further post of somebody who is known
 */
public record OfficialFormPage(
        StaffForm form, boolean further, List<Option> units, List<Option> roles, List<FieldError> errors) {}
