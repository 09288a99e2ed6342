package vn.haidang.form.internal.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Text;

/** What two versions of a form ask differently: by page and question, in the order of the newer one, what is gone at the end. */
public final class FormDifferences {

    /** What became of a page or a question. */
    public enum Change {
        ADDED,
        CHANGED,
        MOVED,
        REMOVED
    }

    /**
     * One page or question that differs.
     *
     * @param question whether it is a question, else a page
     */
    public record Difference(Change change, boolean question, String name, Text label) {}

    /** A question with the page it stands on. */
    private record Standing(Field field, String page) {}

    private FormDifferences() {}

    /** Everything is new where there is no version before. */
    public static List<Difference> between(@Nullable FormDefinition before, FormDefinition after) {
        Map<String, Page> oldPages = before == null ? Map.of() : pages(before);
        Map<String, Page> newPages = pages(after);
        Map<String, Standing> oldFields = before == null ? Map.of() : fields(before);
        Map<String, Standing> newFields = fields(after);
        List<Difference> found = new ArrayList<>();
        newPages.forEach((code, page) -> {
            Change change = change(oldPages.get(code), page);
            if (change != null) {
                found.add(new Difference(change, false, code, page.title()));
            }
            page.fields().forEach(field -> {
                Change each = change(oldFields.get(field.name()), new Standing(field, code));
                if (each != null) {
                    found.add(new Difference(each, true, field.name(), field.label()));
                }
            });
        });
        oldPages.forEach((code, page) -> {
            if (!newPages.containsKey(code)) {
                found.add(new Difference(Change.REMOVED, false, code, page.title()));
            }
        });
        oldFields.forEach((name, standing) -> {
            if (!newFields.containsKey(name)) {
                found.add(new Difference(
                        Change.REMOVED, true, name, standing.field().label()));
            }
        });
        if (found.isEmpty() && before != null && !order(before).equals(order(after))) {
            found.add(new Difference(Change.MOVED, false, after.code(), after.title()));
        }
        return found;
    }

    private static @Nullable Change change(@Nullable Page before, Page after) {
        if (before == null) {
            return Change.ADDED;
        }
        return head(before).equals(head(after)) ? null : Change.CHANGED;
    }

    private static @Nullable Change change(@Nullable Standing before, Standing after) {
        if (before == null) {
            return Change.ADDED;
        }
        if (!before.field().equals(after.field())) {
            return Change.CHANGED;
        }
        return before.page().equals(after.page()) ? null : Change.MOVED;
    }

    /** A page without its questions. */
    private static Page head(Page page) {
        return new Page(
                page.code(),
                page.title(),
                page.hint(),
                page.section(),
                page.showWhen(),
                List.of(),
                page.checks(),
                page.repeat());
    }

    private static List<String> order(FormDefinition form) {
        List<String> order = new ArrayList<>();
        order.add(form.title().vi() + "\n" + form.title().en());
        form.pages().forEach(page -> {
            order.add(page.code());
            page.fields().forEach(field -> order.add(field.name()));
        });
        return order;
    }

    private static Map<String, Page> pages(FormDefinition form) {
        Map<String, Page> pages = new LinkedHashMap<>();
        form.pages().forEach(page -> pages.put(page.code(), page));
        return pages;
    }

    private static Map<String, Standing> fields(FormDefinition form) {
        Map<String, Standing> fields = new LinkedHashMap<>();
        form.pages()
                .forEach(page ->
                        page.fields().forEach(field -> fields.put(field.name(), new Standing(field, page.code()))));
        return fields;
    }
}
