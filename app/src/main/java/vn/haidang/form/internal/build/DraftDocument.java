package vn.haidang.form.internal.build;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.AnswerFacts;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Check;
import vn.haidang.form.FormDefinition.Choice;
import vn.haidang.form.FormDefinition.Condition;
import vn.haidang.form.FormDefinition.Equal;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Lookup;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Repeat;
import vn.haidang.form.FormDefinition.Rules;
import vn.haidang.form.FormDefinition.Text;
import vn.haidang.form.internal.DefinitionReader;
import vn.haidang.form.internal.DefinitionWriter;

/**
 * A draft as the document it would be, and a form as the draft it can be changed as. What is typed stands under the keys of the
 * document: words under {@code <key>.vi} and {@code <key>.en}, a condition under {@code when} ({@code answer} or {@code expression}),
 * {@code when.field}, {@code when.equals} and {@code when.expression}, checks under {@code check.<number>.must}, {@code .at},
 * {@code .vi} and {@code .en}, choices one a line with {@code |} between, a look-up under {@code lookup.source} and what it fills under
 * {@code lookup.fill.<source>.<value>}.
 */
public final class DraftDocument {

    /** Checks a page may have. */
    public static final int MOST_CHECKS = 12;

    /** Before what a look-up fills: its source and what that gives. */
    public static final String FILL = "lookup.fill.";

    private static final String BETWEEN = "|";
    private static final List<String> NUMBERS = List.of("max_length", "years", "digits");
    private static final List<String> TEXTS =
            List.of("name", "kind", "source", "autocomplete", "pattern", "pattern_error", "after", "compute");
    private static final List<String> FLAGS = List.of("not_future", "not_past");

    private DraftDocument() {}

    /** As {@link DefinitionReader} reads it; what is wrong stays wrong. */
    public static Map<String, Object> tree(FormDraft draft, int version) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("form", draft.code());
        tree.put("version", version);
        tree.put("title", words(draft.says(), "title"));
        tree.put("pages", draft.pages().stream().map(DraftDocument::page).toList());
        return tree;
    }

    private static Map<String, Object> page(FormDraft.PageDraft page) {
        Map<String, String> says = page.says();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("page", page.of("page"));
        wordsIfAny(tree, says, "title");
        wordsIfAny(tree, says, "hint");
        wordsIfAny(tree, says, "section");
        condition(tree, says);
        tree.put(
                "fields",
                page.fields().stream().map(field -> field(field.says())).toList());
        checks(tree, says, "check");
        if (page.repeats()) {
            Map<String, Object> repeat = new LinkedHashMap<>();
            repeat.put("item", words(says, "repeat.item"));
            number(repeat, "least", page.of("repeat.least"));
            number(repeat, "most", page.of("repeat.most"));
            checks(repeat, says, "repeat.check");
            tree.put("repeat", repeat);
        }
        return tree;
    }

    private static Map<String, Object> field(Map<String, String> says) {
        Map<String, Object> tree = new LinkedHashMap<>();
        TEXTS.forEach(key -> text(tree, key, says.getOrDefault(key, "")));
        tree.put("label", words(says, "label"));
        wordsIfAny(tree, says, "hint");
        wordsIfAny(tree, says, "suffix");
        if (!says.containsKey("required")) {
            tree.put("required", false);
        }
        condition(tree, says);
        NUMBERS.forEach(key -> number(tree, key, says.getOrDefault(key, "")));
        FLAGS.stream().filter(says::containsKey).forEach(key -> tree.put(key, true));
        decimal(tree, "least", says.getOrDefault("least", ""));
        decimal(tree, "most", says.getOrDefault("most", ""));
        if (says.containsKey("accept")) {
            tree.put("accept", List.of(says.getOrDefault("accept", "").split(" ")));
        }
        if (says.containsKey("choices")) {
            tree.put(
                    "choices",
                    says.getOrDefault("choices", "")
                            .lines()
                            .filter(line -> !line.isBlank())
                            .map(DraftDocument::choice)
                            .toList());
        }
        String source = says.getOrDefault("lookup.source", "");
        if (!source.isBlank()) {
            tree.put("lookup", Map.of("source", source, "fills", fills(says, FILL + source + ".")));
        }
        return tree;
    }

    /** Of the source that is chosen; what was said of another stays unsaid. */
    private static Map<String, Object> fills(Map<String, String> says, String prefix) {
        Map<String, Object> fills = new TreeMap<>();
        says.forEach((key, name) -> {
            if (key.startsWith(prefix)) {
                text(fills, key.substring(prefix.length()), name);
            }
        });
        return fills;
    }

    private static Map<String, Object> choice(String line) {
        List<String> parts = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        Map<String, String> says = new HashMap<>();
        List<String> keys = List.of("value", "label.vi", "label.en", "hint.vi", "hint.en");
        for (int i = 0; i < Math.min(parts.size(), keys.size()); i++) {
            says.put(keys.get(i), parts.get(i));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", says.getOrDefault("value", ""));
        tree.put("label", words(says, "label"));
        wordsIfAny(tree, says, "hint");
        if (parts.size() > keys.size()) {
            tree.put(parts.get(keys.size()), "");
        }
        return tree;
    }

    private static void condition(Map<String, Object> tree, Map<String, String> says) {
        switch (says.getOrDefault("when", "")) {
            case "answer" -> {
                Map<String, Object> equal = new LinkedHashMap<>();
                equal.put("field", says.getOrDefault("when.field", ""));
                equal.put(
                        "equals",
                        Stream.of(says.getOrDefault("when.equals", "").split(","))
                                .map(String::strip)
                                .filter(value -> !value.isEmpty())
                                .toList());
                tree.put("show_when", equal);
            }
            case "expression" -> tree.put("show_when", says.getOrDefault("when.expression", ""));
            default -> {
                // always asked
            }
        }
    }

    private static void checks(Map<String, Object> tree, Map<String, String> says, String prefix) {
        List<Object> checks = new ArrayList<>();
        for (int i = 0; i < MOST_CHECKS; i++) {
            String key = prefix + "." + i;
            if (Stream.of(".must", ".at", ".vi", ".en").anyMatch(part -> says.containsKey(key + part))) {
                Map<String, Object> check = new LinkedHashMap<>();
                check.put("must", says.getOrDefault(key + ".must", ""));
                text(check, "at", says.getOrDefault(key + ".at", ""));
                check.put("message", words(says, key));
                checks.add(check);
            }
        }
        if (!checks.isEmpty()) {
            tree.put("checks", checks);
        }
    }

    private static Map<String, Object> words(Map<String, String> says, String key) {
        Map<String, Object> words = new LinkedHashMap<>();
        text(words, "vi", says.getOrDefault(key + ".vi", ""));
        text(words, "en", says.getOrDefault(key + ".en", ""));
        return words;
    }

    private static void wordsIfAny(Map<String, Object> tree, Map<String, String> says, String key) {
        Map<String, Object> words = words(says, key);
        if (!words.isEmpty()) {
            tree.put(key, words);
        }
    }

    private static void text(Map<String, Object> tree, String key, String typed) {
        if (!typed.isBlank()) {
            tree.put(key, typed);
        }
    }

    /** What is no number stays as typed, for the reader to refuse. */
    private static void number(Map<String, Object> tree, String key, String typed) {
        if (typed.matches("[0-9]{1,6}")) {
            tree.put(key, Integer.valueOf(typed));
        } else {
            text(tree, key, typed);
        }
    }

    private static void decimal(Map<String, Object> tree, String key, String typed) {
        BigDecimal number = AnswerFacts.number(typed.replace(',', '.'));
        Object written = DefinitionWriter.number(number);
        if (written == null) {
            text(tree, key, typed);
        } else {
            tree.put(key, written);
        }
    }

    /** A published form as the draft of its next version. */
    public static FormDraft of(FormDefinition form) {
        List<FormDraft.PageDraft> pages = new ArrayList<>();
        int id = 0;
        for (Page page : form.pages()) {
            List<FormDraft.FieldDraft> fields = new ArrayList<>();
            for (Field field : page.fields()) {
                fields.add(new FormDraft.FieldDraft(++id, said(field)));
            }
            pages.add(new FormDraft.PageDraft(++id, said(page), fields));
        }
        return new FormDraft(form.code(), says("title", form.title()), pages, id);
    }

    /** What a page says, its questions left out. */
    static Map<String, String> said(Page page) {
        Map<String, String> says = new HashMap<>(says("title", page.title()));
        says.put("page", page.code());
        says.putAll(says("hint", page.hint()));
        says.putAll(says("section", page.section()));
        says.putAll(says(page.showWhen()));
        says.putAll(says("check", page.checks()));
        Repeat repeat = page.repeat();
        if (repeat != null) {
            says.put("repeat", "yes");
            says.putAll(says("repeat.item", repeat.item()));
            says.put("repeat.least", String.valueOf(repeat.least()));
            says.put("repeat.most", String.valueOf(repeat.most()));
            says.putAll(says("repeat.check", repeat.checks()));
        }
        return says;
    }

    /** What a question says. */
    static Map<String, String> said(Field field) {
        Map<String, String> says = new HashMap<>(says("label", field.label()));
        Rules rules = field.rules();
        says.put("name", field.name());
        says.put("kind", DefinitionWriter.code(field.kind()));
        says.putAll(says("hint", field.hint()));
        says.putAll(says("suffix", field.suffix()));
        says.putAll(says(field.showWhen()));
        says.put("required", field.required() || field.kind() == Kind.COMPUTED ? "yes" : "");
        says.put("source", nothing(field.source()));
        says.put("autocomplete", nothing(field.autocomplete()));
        says.put("pattern", nothing(rules.pattern()));
        says.put("pattern_error", rules.patternError().equals("pattern") ? "" : rules.patternError());
        says.put(
                "max_length",
                rules.maxLength() == DefinitionReader.longest(field.kind()) ? "" : String.valueOf(rules.maxLength()));
        says.put("not_future", rules.notFuture() ? "yes" : "");
        says.put("not_past", rules.notPast() ? "yes" : "");
        says.put("years", rules.years() == 0 ? "" : String.valueOf(rules.years()));
        says.put("after", nothing(rules.after()));
        says.put("least", written(rules.least()));
        says.put("most", written(rules.most()));
        says.put("digits", rules.digits() == 0 ? "" : String.valueOf(rules.digits()));
        says.put(
                "accept",
                rules.accept().stream()
                        .map(type -> type.substring(type.indexOf('/') + 1))
                        .sorted()
                        .collect(Collectors.joining(" ")));
        says.put("choices", field.choices().stream().map(DraftDocument::line).collect(Collectors.joining("\n")));
        says.put("compute", field.compute() == null ? "" : field.compute().source());
        Lookup lookup = field.lookup();
        if (lookup != null) {
            says.put("lookup.source", lookup.source());
            lookup.fills().forEach((value, name) -> says.put(FILL + lookup.source() + "." + value, name));
        }
        return says;
    }

    private static String line(Choice choice) {
        String line = String.join(
                " " + BETWEEN + " ",
                choice.value(),
                choice.label().vi(),
                choice.label().en());
        Text hint = choice.hint();
        return hint == null ? line : String.join(" " + BETWEEN + " ", line, hint.vi(), hint.en());
    }

    private static Map<String, String> says(@Nullable Condition condition) {
        if (condition == null) {
            return Map.of();
        }
        Equal equal = condition.equal();
        return equal == null
                ? Map.of(
                        "when",
                        "expression",
                        "when.expression",
                        condition.expression().source())
                : Map.of(
                        "when",
                        "answer",
                        "when.field",
                        equal.field(),
                        "when.equals",
                        String.join(", ", equal.values()));
    }

    private static Map<String, String> says(String prefix, List<Check> checks) {
        Map<String, String> says = new HashMap<>();
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            String key = prefix + "." + i;
            says.put(key + ".must", check.must().source());
            says.put(key + ".at", check.at());
            says.putAll(says(key, check.message()));
        }
        return says;
    }

    private static Map<String, String> says(String key, @Nullable Text text) {
        return text == null ? Map.of() : Map.of(key + ".vi", text.vi(), key + ".en", text.en());
    }

    /** What a form says, its pages left out. */
    static Map<String, String> said(Text title) {
        return says("title", title);
    }

    private static String nothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String written(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
