package vn.haidang.form.web.build;

import java.util.List;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.internal.build.FormDraftRows;
import vn.haidang.ui.Screen;

/**
 * All forms with the version in force, and those being written for the first time.
 *
 * @param done what was just done, empty for nothing
 */
public record FormListPage(List<Line> forms, List<FormDraftRows.Stored> fresh, Typed typed, String done) {

    /** A form with a version in force. */
    public record Line(FormDefinition form, boolean draft) {}

    public static String title(FormDraftRows.Stored stored, Screen screen) {
        String title = stored.draft().of(screen.english() ? "title.en" : "title.vi");
        return title.isEmpty() ? stored.draft().code() : title;
    }
}
