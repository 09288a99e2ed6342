package vn.haidang.form.web.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.internal.build.FormDraftRows;
import vn.haidang.ui.Screen;

/**
 * One form: its versions, and the draft of the next.
 *
 * @param current null before the first is published
 * @param done what was just done, empty for nothing
 */
public record FormVersionsPage(
        String code,
        @Nullable FormDefinition current,
        List<FormDraftRows.Version> versions,
        FormDraftRows.@Nullable Stored draft,
        String done) {

    public String path() {
        return FormDesk.PATH + "/" + code;
    }

    public String title(Screen screen) {
        if (current != null) {
            return current.title().in(screen.english());
        }
        return draft == null ? code : FormListPage.title(draft, screen);
    }

    /** {@code in-force}, {@code superseded}, or {@code offered} for what came with the program after an administrator's own. */
    public String state(FormDraftRows.Version version) {
        if (current != null && current.version() == version.version()) {
            return "in-force";
        }
        boolean newer = current != null && version.version() > current.version();
        return newer && version.publishedAt() == null ? "offered" : "superseded";
    }

    public String colour(FormDraftRows.Version version) {
        return switch (state(version)) {
            case "in-force" -> "green";
            case "offered" -> "blue";
            default -> "grey";
        };
    }
}
