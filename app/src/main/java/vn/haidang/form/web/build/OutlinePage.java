package vn.haidang.form.web.build;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.internal.build.FormDraft;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Screen;

/**
 * A form being written: its pages and questions in order, and what is wrong.
 *
 * @param removing the page about to be removed, null for none
 * @param done what was just done, empty for nothing
 */
public record OutlinePage(
        FormDraft draft,
        Instant changedAt,
        String changedBy,
        Typed typed,
        List<Fault> faults,
        FormDraft.@Nullable PageDraft removing,
        String done) {

    /** The parameter that says what was shown before a page is removed; it goes only with what was shown. */
    static final String SURE = "sure";

    /** What is wrong somewhere, and where it is mended. */
    public record Fault(String path, String where, FieldError error) {

        public String words(Screen screen) {
            return screen.say(error.messageKey(), error.arguments().toArray());
        }
    }

    public String sure() {
        return SURE;
    }

    public String path() {
        return FormDesk.draft(draft.code());
    }

    public String title(Screen screen) {
        String title = draft.of(screen.english() ? "title.en" : "title.vi");
        return title.isEmpty() ? draft.code() : title;
    }

    public String title(FormDraft.PageDraft page, Screen screen) {
        String title = page.of(screen.english() ? "title.en" : "title.vi");
        return title.isEmpty() ? page.of("page") : title;
    }

    public static String label(FormDraft.FieldDraft field, Screen screen) {
        String label = field.of(screen.english() ? "label.en" : "label.vi");
        return label.isEmpty() ? field.of("name") : label;
    }

    public boolean mayAdd() {
        return draft.pages().size() < FormDraft.MOST_PAGES;
    }
}
