package vn.haidang.form.internal;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Choice;
import vn.haidang.form.FormDefinition.Condition;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Rules;
import vn.haidang.form.FormDefinition.Text;

/** Reads a form definition written in YAML; refuses, with the place, whatever it does not know. */
public final class DefinitionReader {

    private static final int LONGEST_DOCUMENT = 1_000_000;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_LONG_TEXT = 5_000;
    private static final int MOST_FILES = 10;

    /** @throws IllegalArgumentException when the text is no form definition */
    public FormDefinition read(String yaml) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST_DOCUMENT);
        options.setAllowDuplicateKeys(false);
        try {
            Object document = new Yaml(new SafeConstructor(options)).load(yaml);
            FormDefinition form = form(new Node("form", document));
            refuseContradictions(form);
            return form;
        } catch (YAMLException wrong) {
            throw new IllegalArgumentException("not YAML: " + wrong.getMessage(), wrong);
        }
    }

    private static FormDefinition form(Node node) {
        node.allowOnly("form", "version", "title", "pages");
        return new FormDefinition(
                node.text("form"),
                node.number("version", 0),
                words(node.child("title")),
                node.children("pages").map(DefinitionReader::page).toList());
    }

    private static Page page(Node node) {
        node.allowOnly("page", "title", "hint", "show_when", "fields");
        return new Page(
                node.text("page"),
                words(node.child("title")),
                node.has("hint") ? words(node.child("hint")) : null,
                node.has("show_when") ? condition(node.child("show_when")) : null,
                node.children("fields").map(DefinitionReader::field).toList());
    }

    private static Field field(Node node) {
        node.allowOnly(
                "name",
                "kind",
                "label",
                "hint",
                "required",
                "show_when",
                "source",
                "autocomplete",
                "pattern",
                "pattern_error",
                "max_length",
                "not_future",
                "years",
                "after",
                "choices");
        Kind kind = kind(node);
        return new Field(
                node.text("name"),
                kind,
                words(node.child("label")),
                node.has("hint") ? words(node.child("hint")) : null,
                node.flag("required", true),
                node.has("show_when") ? condition(node.child("show_when")) : null,
                node.optional("source"),
                node.optional("autocomplete"),
                rules(node, kind),
                node.has("choices")
                        ? node.children("choices").map(DefinitionReader::choice).toList()
                        : List.of());
    }

    private static Rules rules(Node node, Kind kind) {
        String pattern = node.optional("pattern");
        String error = node.optional("pattern_error");
        return new Rules(
                pattern,
                error == null ? "pattern" : error,
                node.number("max_length", longest(kind)),
                node.flag("not_future", false),
                node.number("years", 0),
                node.optional("after"));
    }

    private static int longest(Kind kind) {
        return switch (kind) {
            case LONG_TEXT -> LONGEST_LONG_TEXT;
            case FILE -> MOST_FILES;
            case TEXT, DATE, CHOICE, SELECT, PERSONAL_NUMBER, PHONE, EMAIL, UNIT, DECLARATION -> LONGEST_TEXT;
        };
    }

    private static Kind kind(Node node) {
        try {
            return Kind.valueOf(node.text("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw node.wrong("kind");
        }
    }

    private static Condition condition(Node node) {
        node.allowOnly("field", "equals");
        return new Condition(node.text("field"), node.texts("equals"));
    }

    private static Choice choice(Node node) {
        if (node.value() instanceof String name) {
            return new Choice(name, new Text(name, name), null);
        }
        node.allowOnly("value", "label", "hint");
        return new Choice(
                node.text("value"), words(node.child("label")), node.has("hint") ? words(node.child("hint")) : null);
    }

    private static Text words(Node node) {
        node.allowOnly("vi", "en");
        return new Text(node.text("vi"), node.text("en"));
    }

    private static void refuseContradictions(FormDefinition form) {
        Set<String> pages = new HashSet<>();
        Map<String, Field> earlier = new HashMap<>();
        for (Page page : form.pages()) {
            refuse(!pages.add(page.code()), page.code(), "page twice");
            refuse(unknown(page.showWhen(), earlier), page.code(), "condition on a field that is not asked before");
            for (Field field : page.fields()) {
                refuse(earlier.put(field.name(), field) != null, field.name(), "name twice");
                refuse(
                        unknown(field.showWhen(), earlier),
                        field.name(),
                        "condition on a field that is not asked before");
                refuseContradictions(field, earlier);
            }
        }
        refuse(form.pages().isEmpty(), form.code(), "no page");
    }

    private static void refuseContradictions(Field field, Map<String, Field> earlier) {
        boolean chosen = field.kind() == Kind.CHOICE || field.kind() == Kind.SELECT;
        refuse(chosen == field.choices().isEmpty(), field.name(), "choices where there is nothing to choose, or none");
        String after = field.rules().after();
        Field before = after == null ? null : earlier.get(after);
        refuse(after != null && (before == null || before.kind() != Kind.DATE), field.name(), "after: no date");
        String pattern = field.rules().pattern();
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException wrong) {
                throw new IllegalArgumentException(field.name() + ": pattern", wrong);
            }
        }
    }

    private static boolean unknown(@Nullable Condition condition, Map<String, Field> earlier) {
        return condition != null && !earlier.containsKey(condition.field());
    }

    private static void refuse(boolean wrong, String where, String why) {
        if (wrong) {
            throw new IllegalArgumentException(where + ": " + why);
        }
    }

    /** A place in the document, so that a refusal can name it. */
    private record Node(String place, @Nullable Object value) {

        Map<?, ?> map() {
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw new IllegalArgumentException(place + ": not a mapping");
        }

        boolean has(String key) {
            return map().get(key) != null;
        }

        Node child(String key) {
            return new Node(place + "." + key, map().get(key));
        }

        Stream<Node> children(String key) {
            if (map().get(key) instanceof List<?> list) {
                return java.util.stream.IntStream.range(0, list.size())
                        .mapToObj(index -> new Node(place + "." + key + "[" + index + "]", list.get(index)));
            }
            throw wrong(key);
        }

        String text(String key) {
            String text = optional(key);
            if (text == null || text.isBlank()) {
                throw wrong(key);
            }
            return text;
        }

        @Nullable String optional(String key) {
            Object found = map().get(key);
            if (found == null || found instanceof String) {
                return (String) found;
            }
            throw wrong(key);
        }

        List<String> texts(String key) {
            Object found = map().get(key);
            return found instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of(text(key));
        }

        int number(String key, int otherwise) {
            Object found = map().get(key);
            if (found == null) {
                return otherwise;
            }
            if (found instanceof Integer number && number > 0) {
                return number;
            }
            throw wrong(key);
        }

        boolean flag(String key, boolean otherwise) {
            Object found = map().get(key);
            if (found == null) {
                return otherwise;
            }
            if (found instanceof Boolean flag) {
                return flag;
            }
            throw wrong(key);
        }

        void allowOnly(String... keys) {
            for (Object key : map().keySet()) {
                if (!(key instanceof String name) || !List.of(keys).contains(name)) {
                    throw new IllegalArgumentException(place + ": unknown key " + key);
                }
            }
        }

        IllegalArgumentException wrong(String key) {
            return new IllegalArgumentException(place + "." + key + ": missing or not readable");
        }
    }
}
