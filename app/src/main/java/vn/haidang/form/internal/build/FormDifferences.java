package vn.haidang.form.internal.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Text;

/** What two versions of a form ask differently: by page and question, in the order of the newer one, what is gone at the end. */
public final class FormDifferences {

    /** What became of it. */
    public enum Change {
        ADDED,
        CHANGED,
        MOVED,
        REMOVED
    }

    /** What it became of. */
    public enum Part {
        FORM,
        PAGE,
        QUESTION
    }

    /**
     * What differs in one page or question.
     *
     * @param said the name under which {@link DraftDocument} keeps it
     * @param before empty where nothing was said
     * @param after empty where nothing is said
     */
    public record Detail(String said, String before, String after) {}

    /**
     * One page or question that differs, or the form itself.
     *
     * @param details of what was changed; of the rest empty
     */
    public record Difference(Change change, Part part, String name, Text label, List<Detail> details) {
        public Difference {
            details = List.copyOf(details);
        }
    }

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
        if (before != null && !before.title().equals(after.title())) {
            found.add(new Difference(
                    Change.CHANGED,
                    Part.FORM,
                    after.code(),
                    after.title(),
                    details(DraftDocument.said(before.title()), DraftDocument.said(after.title()))));
        }
        newPages.forEach((code, page) -> {
            add(found, oldPages.get(code), page);
            page.fields().forEach(field -> add(found, oldFields.get(field.name()), new Standing(field, code)));
        });
        oldPages.forEach((code, page) -> {
            if (!newPages.containsKey(code)) {
                found.add(new Difference(Change.REMOVED, Part.PAGE, code, page.title(), List.of()));
            }
        });
        oldFields.forEach((name, standing) -> {
            if (!newFields.containsKey(name)) {
                found.add(new Difference(
                        Change.REMOVED, Part.QUESTION, name, standing.field().label(), List.of()));
            }
        });
        if (before != null && !order(before, after).equals(order(after, before))) {
            found.add(new Difference(Change.MOVED, Part.FORM, after.code(), after.title(), List.of()));
        }
        return found;
    }

    private static void add(List<Difference> found, @Nullable Page before, Page after) {
        if (before == null) {
            found.add(new Difference(Change.ADDED, Part.PAGE, after.code(), after.title(), List.of()));
            return;
        }
        List<Detail> details = details(DraftDocument.said(before), DraftDocument.said(after));
        if (!details.isEmpty()) {
            found.add(new Difference(Change.CHANGED, Part.PAGE, after.code(), after.title(), details));
        }
    }

    private static void add(List<Difference> found, @Nullable Standing before, Standing after) {
        String name = after.field().name();
        Text label = after.field().label();
        if (before == null) {
            found.add(new Difference(Change.ADDED, Part.QUESTION, name, label, List.of()));
        } else if (!before.field().equals(after.field())) {
            found.add(new Difference(
                    Change.CHANGED,
                    Part.QUESTION,
                    name,
                    label,
                    details(DraftDocument.said(before.field()), DraftDocument.said(after.field()))));
        } else if (!before.page().equals(after.page())) {
            found.add(new Difference(
                    Change.MOVED,
                    Part.QUESTION,
                    name,
                    label,
                    List.of(new Detail("page", before.page(), after.page()))));
        }
    }

    private static List<Detail> details(Map<String, String> before, Map<String, String> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !before.getOrDefault(name, "").equals(after.getOrDefault(name, "")))
                .map(name -> new Detail(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")))
                .toList();
    }

    /** What stands in both on the same page, in the order of one. */
    private static List<String> order(FormDefinition form, FormDefinition other) {
        Map<String, Page> others = pages(other);
        List<String> order = new ArrayList<>();
        form.pages().forEach(page -> {
            Page there = others.get(page.code());
            if (there != null) {
                order.add(page.code());
                page.fields().stream()
                        .map(Field::name)
                        .filter(name -> there.field(name).isPresent())
                        .forEach(order::add);
            }
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
