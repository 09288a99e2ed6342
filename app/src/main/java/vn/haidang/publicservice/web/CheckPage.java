package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.form.FormDefinition;
import vn.haidang.publicservice.Service;
import vn.haidang.registry.Keeping;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Fragment;

/** All answers before they are handed in. */
public record CheckPage(
        Service service,
        String unitName,
        String path,
        Fragment answers,
        List<Missing> missing,
        List<Corrected> corrections,
        List<FieldError> errors) {

    /** A value that is corrected, with what becomes of it. */
    public record Corrected(FormDefinition.Text label, Keeping keeping) {}

    /** A page with something wrong in it. */
    public record Missing(FormDefinition.Text title, String path) {}
}
