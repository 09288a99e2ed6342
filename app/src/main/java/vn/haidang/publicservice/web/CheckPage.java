package vn.haidang.publicservice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.FormDefinition;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.registry.Keeping;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Fragment;

/**
 * All answers before they are handed in.
 *
 * @param together what it is all for, null where it is for the one service
 */
public record CheckPage(
        Service service,
        @Nullable Together together,
        String unitName,
        String path,
        Fragment answers,
        List<Missing> missing,
        List<Corrected> corrections,
        List<FieldError> errors) {

    public Bilingual name() {
        return together == null ? service.spoken() : together.name();
    }

    /** Whether it can be handed in as it stands. */
    public boolean complete() {
        return missing.isEmpty() && (together == null || together.gone().isEmpty());
    }

    /** A value that is corrected, with what becomes of it. */
    public record Corrected(FormDefinition.Text label, Keeping keeping) {}

    /** A page with something wrong in it. */
    public record Missing(FormDefinition.Text title, String path) {}
}
