package vn.haidang.form.internal;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Choice;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Repeat;
import vn.haidang.form.FormDefinition.Rules;
import vn.haidang.form.FormDefinition.Text;

/** Reads a form definition written in YAML; refuses, with the place, whatever it does not know. */
public final class DefinitionReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z][a-z0-9]*(-[a-z0-9]+)*)*");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern ITEM = Pattern.compile(".*-[0-9]+");
    private static final Set<String> TAKEN =
            Set.of("today", "turn", "return", "add", "drop", "remove", "check", "submit");
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_LONG_TEXT = 5_000;
    private static final int MOST_FILES = 10;
    private static final int MOST_ITEMS = 50;

    private final Parts parts;

    /** Knows the parts and lists that are shipped. */
    public DefinitionReader() {
        this(Parts.shipped());
    }

    DefinitionReader(Parts parts) {
        this.parts = parts;
    }

    /** @throws IllegalArgumentException when the text is no form definition */
    public FormDefinition read(String yaml) {
        return tree(Documents.read(yaml));
    }

    /** The same of a document that was read already. */
    FormDefinition tree(@Nullable Object document) {
        return form(new Node("form", document));
    }

    private FormDefinition form(Node node) {
        node.allowOnly("form", "version", "title", "pages");
        if (!(node.map().get("pages") instanceof List<?> written)) {
            throw node.wrong("pages");
        }
        Node whole = new Node("form", Map.of("pages", parts.expand(written)));
        Scope scope = new Scope();
        List<Page> pages = new ArrayList<>();
        whole.children("pages").forEach(page -> pages.add(page(page, scope)));
        refuse(pages.isEmpty(), "form", "no page");
        return new FormDefinition(
                matching(node, "form", CODE), node.positive("version", 0), node.words("title"), pages);
    }

    private Page page(Node node, Scope scope) {
        node.allowOnly("page", "title", "hint", "section", "show_when", "fields", "checks", "repeat");
        String code = matching(node, "page", CODE);
        refuse(ITEM.matches(code) || TAKEN.contains(code), code, "page named as another thing is");
        scope.page(code);
        var showWhen = node.has("show_when") ? scope.condition(node.child("show_when")) : null;
        boolean repeats = node.has("repeat");
        List<Field> fields = new ArrayList<>();
        node.children("fields").forEach(each -> {
            Field field = field(each, scope);
            refuse(
                    repeats && (field.kind() == Kind.FILE || field.source() != null),
                    field.name(),
                    "a page that repeats has no files and nothing known");
            fields.add(field);
        });
        refuse(fields.isEmpty(), code, "no field");
        Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
        var checks = node.childrenIfAny("checks")
                .map(check -> scope.check(check, names, fields.getFirst().name()))
                .toList();
        Text title = node.has("title") ? node.words("title") : fields.getFirst().label();
        Repeat repeat = repeats ? repeat(node.child("repeat"), code, title, fields, scope) : null;
        return new Page(
                code, title, node.wordsIfAny("hint"), node.wordsIfAny("section"), showWhen, fields, checks, repeat);
    }

    private static Repeat repeat(Node node, String code, Text title, List<Field> fields, Scope scope) {
        node.allowOnly("item", "least", "most", "checks");
        int least = node.number("least", 0);
        int most = node.positive("most", 10);
        refuse(most > MOST_ITEMS || least > most, code, "repeats too often, or fewer than least times");
        scope.close(code, title, fields);
        return new Repeat(
                node.words("item"),
                least,
                most,
                node.childrenIfAny("checks")
                        .map(check -> scope.check(check, Set.of(code), code))
                        .toList());
    }

    private Field field(Node node, Scope scope) {
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
                "not_past",
                "years",
                "after",
                "least",
                "most",
                "digits",
                "accept",
                "choices",
                "suffix",
                "compute");
        String name = matching(node, "name", NAME);
        refuse(TAKEN.contains(name), name, "name of another thing");
        Kind kind = kind(node);
        Field field = new Field(
                name,
                kind,
                node.words("label"),
                node.wordsIfAny("hint"),
                node.flag("required", kind != Kind.COMPUTED) && kind != Kind.COMPUTED,
                node.has("show_when") ? scope.condition(node.child("show_when")) : null,
                node.optional("source"),
                node.optional("autocomplete"),
                rules(node, kind),
                node.has("choices") ? choices(node) : List.of(),
                node.wordsIfAny("suffix"),
                node.has("compute") ? scope.value(node.child("compute")) : null);
        refuseContradictions(field, scope);
        scope.add(field);
        return field;
    }

    private static Rules rules(Node node, Kind kind) {
        String pattern = node.optional("pattern");
        String error = node.optional("pattern_error");
        return new Rules(
                pattern,
                error == null ? "pattern" : error,
                node.positive("max_length", longest(kind)),
                node.flag("not_future", false),
                node.flag("not_past", false),
                node.positive("years", 0),
                node.optional("after"),
                node.decimal("least"),
                node.decimal("most"),
                node.number("digits", 0),
                node.has("accept")
                        ? node.texts("accept").stream()
                                .map(kindOfFile -> accepted(node, kindOfFile))
                                .collect(Collectors.toSet())
                        : Set.of());
    }

    private static String accepted(Node node, String kindOfFile) {
        return switch (kindOfFile) {
            case "pdf" -> "application/pdf";
            case "jpeg" -> "image/jpeg";
            case "png" -> "image/png";
            default -> throw node.wrong("accept");
        };
    }

    private static int longest(Kind kind) {
        return switch (kind) {
            case LONG_TEXT, MULTIPLE -> LONGEST_LONG_TEXT;
            case FILE -> MOST_FILES;
            case TEXT,
                    NUMBER,
                    MONEY,
                    DATE,
                    CHOICE,
                    SELECT,
                    YES_NO,
                    PERSONAL_NUMBER,
                    PHONE,
                    EMAIL,
                    UNIT,
                    ADDRESS,
                    DECLARATION,
                    COMPUTED,
                    GROUP -> LONGEST_TEXT;
        };
    }

    private static Kind kind(Node node) {
        try {
            Kind kind = Kind.valueOf(node.text("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
            if (kind != Kind.GROUP) {
                return kind;
            }
        } catch (IllegalArgumentException unknown) {
            throw node.wrong("kind");
        }
        throw node.wrong("kind");
    }

    /** A list of choices, a mapping of values to words, or the name of a shared list. */
    private List<Choice> choices(Node node) {
        Object written = node.map().get("choices");
        if (written instanceof Map<?, ?> map && map.size() == 1 && map.get("list") instanceof String name) {
            Object shared = parts.list(name)
                    .orElseThrow(() -> new IllegalArgumentException(node.place() + ": no list " + name));
            return choices(new Node(name, Map.of("choices", shared)));
        }
        if (written instanceof Map<?, ?> map) {
            Node words = new Node(node.place() + ".choices", map);
            return map.keySet().stream()
                    .map(String::valueOf)
                    .map(value -> new Choice(value, words.words(value), null))
                    .toList();
        }
        return node.children("choices").map(DefinitionReader::choice).toList();
    }

    private static Choice choice(Node node) {
        if (node.value() instanceof String name) {
            return new Choice(name, new Text(name, name), null);
        }
        node.allowOnly("value", "label", "hint");
        return new Choice(node.text("value"), node.words("label"), node.wordsIfAny("hint"));
    }

    private static void refuseContradictions(Field field, Scope scope) {
        boolean chosen = field.kind() == Kind.CHOICE || field.kind() == Kind.SELECT || field.kind() == Kind.MULTIPLE;
        refuse(chosen == field.choices().isEmpty(), field.name(), "choices where there is nothing to choose, or none");
        Set<String> values = new HashSet<>();
        field.choices().forEach(choice -> {
            refuse(!values.add(choice.value()), field.name(), "choice twice");
            refuse(
                    field.kind() == Kind.MULTIPLE && !CODE.matches(choice.value()),
                    field.name(),
                    "a choice of several is small letters, digits and hyphens");
        });
        refuse((field.kind() == Kind.COMPUTED) == (field.compute() == null), field.name(), "compute");
        scope.refuseUnlessDate(field.rules().after(), field.name());
        var rules = field.rules();
        refuse(
                rules.least() != null && rules.most() != null && rules.least().compareTo(rules.most()) > 0,
                field.name(),
                "least above most");
        String pattern = rules.pattern();
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException wrong) {
                throw new IllegalArgumentException(field.name() + ": pattern", wrong);
            }
        }
    }

    private static String matching(Node node, String key, Pattern pattern) {
        String text = node.text(key);
        if (text.length() > 60 || !pattern.matches(text)) {
            throw node.wrong(key);
        }
        return text;
    }

    static void refuse(boolean wrong, String where, String why) {
        if (wrong) {
            throw new IllegalArgumentException(where + ": " + why);
        }
    }
}
