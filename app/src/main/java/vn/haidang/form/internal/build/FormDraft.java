package vn.haidang.form.internal.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form as it is being written, as typed: nothing is lost because it is wrong. What is said of the form, a page or a question stands
 * under the names of {@link DraftDocument}. Pages and questions have numbers of their own that no other ever gets, so that a stale
 * screen reaches the one it was opened for or none.
 *
 * @param last the highest number given so far
 */
public record FormDraft(String code, Map<String, String> says, List<PageDraft> pages, int last) {

    /** More than anybody fills in. */
    public static final int MOST_PAGES = 100;

    public static final int MOST_FIELDS = 60;

    /** One page with its questions. */
    public record PageDraft(int id, Map<String, String> says, List<FieldDraft> fields) {

        /** What a new page says before anybody writes on it. */
        private static final Set<String> NEW = Set.of("page", "repeat", "repeat.most");

        public PageDraft {
            says = said(says);
            fields = List.copyOf(fields);
        }

        public String of(String key) {
            return says.getOrDefault(key, "");
        }

        public Optional<FieldDraft> field(int field) {
            return fields.stream().filter(each -> each.id() == field).findFirst();
        }

        /** Whether something would be lost with it. */
        public boolean written() {
            return !fields.isEmpty() || !NEW.containsAll(says.keySet());
        }

        /** Stands for it and the questions on it. */
        public String standing() {
            return Stream.concat(Stream.of(id), fields.stream().map(FieldDraft::id))
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
        }

        /** Whether it is asked once for each of several. */
        public boolean repeats() {
            return !of("repeat").isEmpty();
        }
    }

    /** One question. */
    public record FieldDraft(int id, Map<String, String> says) {

        /** What a new question says before anybody writes on it. */
        private static final Set<String> NEW = Set.of("name", "kind", "required");

        public FieldDraft {
            says = said(says);
        }

        /** Whether something would be lost with it. */
        public boolean written() {
            return !NEW.containsAll(says.keySet());
        }

        /** Stands for it and all that is written of it. */
        public String standing() {
            return id + " " + Integer.toHexString(says.hashCode());
        }

        public String of(String key) {
            return says.getOrDefault(key, "");
        }
    }

    public FormDraft {
        says = said(says);
        pages = List.copyOf(pages);
    }

    public String of(String key) {
        return says.getOrDefault(key, "");
    }

    public Optional<PageDraft> page(int page) {
        return pages.stream().filter(each -> each.id() == page).findFirst();
    }

    public FormDraft saying(Map<String, String> other) {
        return new FormDraft(code, other, pages, last);
    }

    /** With one more page at the end; the same where there are enough. */
    public FormDraft withNewPage(Map<String, String> said) {
        if (pages.size() >= MOST_PAGES) {
            return this;
        }
        int id = last + 1;
        Map<String, String> named = new HashMap<>(said);
        named.putIfAbsent("page", "p" + id);
        List<PageDraft> more = new ArrayList<>(pages);
        more.add(new PageDraft(id, named, List.of()));
        return new FormDraft(code, says, more, id);
    }

    /** With one more question at the end of a page; the same where there are enough. */
    public FormDraft withNewField(int page) {
        int id = last + 1;
        return new FormDraft(
                code,
                says,
                pages.stream()
                        .map(each -> each.id() == page && each.fields().size() < MOST_FIELDS
                                ? new PageDraft(
                                        page,
                                        each.says(),
                                        with(
                                                each.fields(),
                                                new FieldDraft(
                                                        id,
                                                        Map.of("name", "q" + id, "kind", "text", "required", "yes"))))
                                : each)
                        .toList(),
                id);
    }

    public FormDraft sayingOfPage(int page, Map<String, String> said) {
        return changed(page, each -> new PageDraft(page, said, each.fields()));
    }

    public FormDraft sayingOfField(int page, int field, Map<String, String> said) {
        return changed(
                page,
                each -> new PageDraft(
                        page,
                        each.says(),
                        each.fields().stream()
                                .map(one -> one.id() == field ? new FieldDraft(field, said) : one)
                                .toList()));
    }

    public FormDraft movedPage(int page, boolean up) {
        return new FormDraft(
                code,
                says,
                moved(pages, indexOf(pages.stream().map(PageDraft::id).toList(), page), up),
                last);
    }

    public FormDraft movedField(int page, int field, boolean up) {
        return changed(
                page,
                each -> new PageDraft(
                        page,
                        each.says(),
                        moved(
                                each.fields(),
                                indexOf(
                                        each.fields().stream()
                                                .map(FieldDraft::id)
                                                .toList(),
                                        field),
                                up)));
    }

    public FormDraft withoutPage(int page) {
        return new FormDraft(
                code, says, pages.stream().filter(each -> each.id() != page).toList(), last);
    }

    public FormDraft withoutField(int page, int field) {
        return changed(
                page,
                each -> new PageDraft(
                        page,
                        each.says(),
                        each.fields().stream().filter(one -> one.id() != field).toList()));
    }

    private FormDraft changed(int page, UnaryOperator<PageDraft> change) {
        return new FormDraft(
                code,
                says,
                pages.stream()
                        .map(each -> each.id() == page ? change.apply(each) : each)
                        .toList(),
                last);
    }

    private static int indexOf(List<Integer> ids, int id) {
        return ids.indexOf(id);
    }

    private static <T> List<T> moved(List<T> all, int index, boolean up) {
        int other = up ? index - 1 : index + 1;
        if (index < 0 || other < 0 || other >= all.size()) {
            return all;
        }
        List<T> moved = new ArrayList<>(all);
        T one = moved.get(index);
        moved.set(index, moved.get(other));
        moved.set(other, one);
        return moved;
    }

    private static List<FieldDraft> with(List<FieldDraft> fields, FieldDraft another) {
        List<FieldDraft> more = new ArrayList<>(fields);
        more.add(another);
        return more;
    }

    /** What is empty is not said. */
    private static Map<String, String> said(Map<String, String> typed) {
        Map<String, String> said = new HashMap<>();
        typed.forEach((key, value) -> {
            if (!value.isBlank()) {
                said.put(key, value);
            }
        });
        return Map.copyOf(said);
    }
}
