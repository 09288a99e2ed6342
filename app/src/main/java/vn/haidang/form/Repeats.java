package vn.haidang.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Repeat;
import vn.haidang.form.FormDefinition.Rules;
import vn.haidang.form.FormDefinition.Text;

/**
 * How a page that repeats is asked. The page {@code heirs} with a field {@code heir.name} is asked as {@code heirs-1} with
 * {@code heir.name.1}, {@code heirs-2} with {@code heir.name.2} …, then as {@code heirs}: the list of them, where one is added or
 * taken away; the answer {@code heirs} is how many there are.
 */
public final class Repeats {

    private Repeats() {}

    /** The page of one of them, counted from one. */
    public static Page item(Page page, Repeat repeat, int number) {
        return new Page(
                page.code() + "-" + number,
                new Text(repeat.item().vi() + " " + number, repeat.item().en() + " " + number),
                page.hint(),
                page.section(),
                null,
                page.fields().stream()
                        .map(field -> field.named(name(field.name(), number)))
                        .toList(),
                page.checks(),
                null);
    }

    /** The page that lists them. */
    public static Page list(Page page, Repeat repeat) {
        return new Page(
                page.code(),
                page.title(),
                null,
                page.section(),
                null,
                List.of(group(page, repeat)),
                repeat.checks(),
                repeat);
    }

    /** The name of a field in one of them. */
    public static String name(String field, int number) {
        return field + "." + number;
    }

    /** The name without the number, when it has one. */
    public static String base(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && number(name.substring(dot + 1), 999) > 0 ? name.substring(0, dot) : name;
    }

    /** How many there are by what is written down. */
    static int count(Page page, Repeat repeat, String written) {
        return Math.max(repeat.least(), number(written, repeat.most()));
    }

    /** What to write down so that one of them is gone and those behind it move up. */
    private static Map<String, String> without(Page page, int gone, int count, Map<String, String> answers) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (Field field : page.fields()) {
            for (int number = gone; number <= count; number++) {
                String next = number == count ? "" : answers.getOrDefault(name(field.name(), number + 1), "");
                changed.put(name(field.name(), number), next);
            }
        }
        changed.put(page.code(), String.valueOf(count - 1));
        return changed;
    }

    /**
     * What to write down when one of them is taken away.
     *
     * @param page as it is defined
     * @param pressed which, counted from one, and behind a blank how many there were when the button was drawn; by now there may be fewer
     * @return empty where nothing is taken away
     */
    public static Map<String, String> dropped(Page page, Repeat repeat, String pressed, Map<String, String> answers) {
        int count = count(page, repeat, answers.getOrDefault(page.code(), ""));
        String[] parts = pressed.split(" ", 2);
        int number = number(parts[0], count);
        boolean asShown = parts.length < 2 || parts[1].equals(String.valueOf(count));
        return number > 0 && asShown && count > repeat.least() ? without(page, number, count, answers) : Map.of();
    }

    static Optional<Page> asAsked(Page page, String code) {
        Repeat repeat = page.repeat();
        if (repeat == null) {
            return page.code().equals(code) ? Optional.of(page) : Optional.empty();
        }
        if (page.code().equals(code)) {
            return Optional.of(list(page, repeat));
        }
        int number = code.startsWith(page.code() + "-")
                ? number(code.substring(page.code().length() + 1), repeat.most())
                : 0;
        return number > 0 ? Optional.of(item(page, repeat, number)) : Optional.empty();
    }

    static Optional<Field> fieldAsAsked(Page page, String name) {
        Repeat repeat = page.repeat();
        if (repeat == null) {
            return page.field(name);
        }
        if (page.code().equals(name)) {
            return Optional.of(group(page, repeat));
        }
        String base = base(name);
        return base.equals(name) ? Optional.empty() : page.field(base).map(field -> field.named(name));
    }

    private static Field group(Page page, Repeat repeat) {
        return new Field(
                page.code(),
                Kind.GROUP,
                page.title(),
                page.hint(),
                repeat.least() > 0,
                null,
                null,
                null,
                Rules.longest(repeat.most()),
                List.of(),
                null,
                null,
                null);
    }

    /** Zero for what is no number from one to {@code most}. */
    static int number(String written, int most) {
        if (written.isEmpty()
                || written.length() > 3
                || written.charAt(0) == '0'
                || !written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return Math.min(Integer.parseInt(written), most + 1) > most ? 0 : Integer.parseInt(written);
    }
}
