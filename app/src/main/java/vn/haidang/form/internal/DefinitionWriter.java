package vn.haidang.form.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Check;
import vn.haidang.form.FormDefinition.Choice;
import vn.haidang.form.FormDefinition.Condition;
import vn.haidang.form.FormDefinition.Equal;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Lookup;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Repeat;
import vn.haidang.form.FormDefinition.Rules;
import vn.haidang.form.FormDefinition.Text;

/** Writes a form definition down as {@link DefinitionReader} reads it, whole: with its own copy of what it shares with others. */
public final class DefinitionWriter {

    private DefinitionWriter() {}

    public static String write(FormDefinition form) {
        return write(tree(form));
    }

    /** A definition that is still being written, right or wrong. */
    public static String write(Map<String, Object> tree) {
        return Documents.write(tree);
    }

    /** As plain mappings, lists and values; each of them may be changed. */
    static Map<String, Object> tree(FormDefinition form) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("form", form.code());
        tree.put("version", form.version());
        tree.put("title", words(form.title()));
        tree.put(
                "pages",
                new ArrayList<>(
                        form.pages().stream().map(DefinitionWriter::page).toList()));
        return tree;
    }

    private static Map<String, Object> page(Page page) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("page", page.code());
        tree.put("title", words(page.title()));
        put(tree, "hint", wordsIfAny(page.hint()));
        put(tree, "section", wordsIfAny(page.section()));
        put(tree, "show_when", condition(page.showWhen()));
        tree.put(
                "fields",
                new ArrayList<>(
                        page.fields().stream().map(DefinitionWriter::field).toList()));
        if (!page.checks().isEmpty()) {
            tree.put(
                    "checks",
                    page.checks().stream().map(DefinitionWriter::check).toList());
        }
        Repeat repeat = page.repeat();
        if (repeat != null) {
            Map<String, Object> repeated = new LinkedHashMap<>();
            repeated.put("item", words(repeat.item()));
            repeated.put("least", repeat.least());
            repeated.put("most", repeat.most());
            if (!repeat.checks().isEmpty()) {
                repeated.put(
                        "checks",
                        repeat.checks().stream().map(DefinitionWriter::check).toList());
            }
            tree.put("repeat", repeated);
        }
        return tree;
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", field.name());
        tree.put("kind", code(field.kind()));
        tree.put("label", words(field.label()));
        put(tree, "hint", wordsIfAny(field.hint()));
        if (!field.required() && field.kind() != FormDefinition.Kind.COMPUTED) {
            tree.put("required", false);
        }
        put(tree, "show_when", condition(field.showWhen()));
        put(tree, "source", field.source());
        put(tree, "autocomplete", field.autocomplete());
        rules(tree, field.rules());
        put(tree, "suffix", wordsIfAny(field.suffix()));
        if (!field.choices().isEmpty()) {
            tree.put(
                    "choices",
                    field.choices().stream().map(DefinitionWriter::choice).toList());
        }
        put(tree, "compute", field.compute() == null ? null : field.compute().source());
        Lookup lookup = field.lookup();
        if (lookup != null) {
            Map<String, Object> looked = new LinkedHashMap<>();
            looked.put("source", lookup.source());
            looked.put("fills", new TreeMap<>(lookup.fills()));
            tree.put("lookup", looked);
        }
        return tree;
    }

    private static void rules(Map<String, Object> tree, Rules rules) {
        put(tree, "pattern", rules.pattern());
        if (!rules.patternError().equals("pattern")) {
            tree.put("pattern_error", rules.patternError());
        }
        tree.put("max_length", rules.maxLength());
        if (rules.notFuture()) {
            tree.put("not_future", true);
        }
        if (rules.notPast()) {
            tree.put("not_past", true);
        }
        if (rules.years() > 0) {
            tree.put("years", rules.years());
        }
        put(tree, "after", rules.after());
        put(tree, "least", number(rules.least()));
        put(tree, "most", number(rules.most()));
        if (rules.digits() > 0) {
            tree.put("digits", rules.digits());
        }
        if (!rules.accept().isEmpty()) {
            tree.put(
                    "accept",
                    rules.accept().stream()
                            .map(type -> type.substring(type.indexOf('/') + 1))
                            .sorted()
                            .toList());
        }
    }

    /** As documents name it. */
    public static String code(FormDefinition.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As documents write it: whole where it is. */
    public static @Nullable Object number(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        return number.stripTrailingZeros().scale() <= 0
                ? (Object) number.longValueExact()
                : (Object) number.doubleValue();
    }

    private static Object choice(Choice choice) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", choice.value());
        tree.put("label", words(choice.label()));
        put(tree, "hint", wordsIfAny(choice.hint()));
        return tree;
    }

    private static Map<String, Object> check(Check check) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("must", check.must().source());
        tree.put("message", words(check.message()));
        tree.put("at", check.at());
        return tree;
    }

    private static @Nullable Object condition(@Nullable Condition condition) {
        if (condition == null) {
            return null;
        }
        Equal equal = condition.equal();
        return equal == null ? condition.expression().source() : equal(equal);
    }

    private static Map<String, Object> equal(Equal equal) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("field", equal.field());
        tree.put("equals", equal.values());
        return tree;
    }

    private static @Nullable Map<String, Object> wordsIfAny(@Nullable Text text) {
        return text == null ? null : words(text);
    }

    private static Map<String, Object> words(Text text) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("vi", text.vi());
        tree.put("en", text.en());
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value);
        }
    }
}
