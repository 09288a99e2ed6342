package vn.haidang.identity.web.staff;

import java.util.List;
import vn.haidang.identity.internal.staff.NewRole;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/** The form on which a role is founded. */
public record NewRolePage(NewRole role, List<Option> actions, List<String> ticked, List<FieldError> errors) {}
