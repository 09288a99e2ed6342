package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.form.FormDefinition;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Fragment;

/** All answers before they are handed in. */
public record CheckPage(
        Service service,
        String unitName,
        String path,
        Fragment answers,
        List<Missing> missing,
        List<FieldError> errors) {

    /** A page with something wrong in it. */
    public record Missing(FormDefinition.Text title, String path) {}
}
