package vn.haidang.form.internal;

import static java.util.Objects.requireNonNull;

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
import vn.haidang.form.FormDefinition.Check;
import vn.haidang.form.FormDefinition.Choice;
import vn.haidang.form.FormDefinition.Condition;
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
    private final @Nullable Lookups lookups;

    /**
     * Knows the parts and lists that are shipped, and takes whatever source a look-up names: what was published once is read as long as
     * somebody fills it in.
     */
    public DefinitionReader() {
        this(Parts.shipped(), null);
    }

    /** The same, and refuses a look-up at a source, and an attribute, that is not offered. */
    public DefinitionReader(Lookups lookups) {
        this(Parts.shipped(), lookups);
    }

    private DefinitionReader(Parts parts, @Nullable Lookups lookups) {
        this.parts = parts;
        this.lookups = lookups;
    }

    /** @throws IllegalArgumentException when the text is no form definition */
    public FormDefinition read(String yaml) {
        return tree(Documents.read(yaml));
    }

    /** The same of a document that was read already. */
    FormDefinition tree(@Nullable Object document) {
        return requireNonNull(attempt(document, Refusals.thrown()).form());
    }

    /** Reads what is still being written: everything that is wrong, not only the first of it, and what is right already. */
    public Trial attempt(@Nullable Object document) {
        return attempt(document, Refusals.gathered());
    }

    private Trial attempt(@Nullable Object document, Refusals refusals) {
        Scope scope = new Scope(refusals.gather());
        FormDefinition form = refusals.tried(() -> form(new Node("form", document), scope, refusals));
        return new Trial(form, refusals.all(), scope.nameable());
    }

    private FormDefinition form(Node node, Scope scope, Refusals refusals) {
        node.allowOnly("form", "version", "title", "pages");
        if (!(node.map().get("pages") instanceof List<?> written)) {
            throw node.wrong("pages");
        }
        Node whole = new Node("form", Map.of("pages", parts.expand(written)));
        List<Page> pages = new ArrayList<>();
        Fills fills = new Fills(lookups);
        whole.children("pages").forEach(each -> {
            Page page = refusals.tried(() -> page(each, scope, fills, refusals));
            if (page != null) {
                pages.add(page);
            }
        });
        fills.check(refusals);
        refuse(whole.children("pages").findAny().isEmpty(), "form.pages", "no-page");
        return new FormDefinition(
                matching(node, "form", CODE), node.positive("version", 0), node.words("title"), pages);
    }

    private @Nullable Page page(Node node, Scope scope, Fills fills, Refusals refusals) {
        node.allowOnly("page", "title", "hint", "section", "show_when", "fields", "checks", "repeat");
        scope.remember(node.place());
        String code = refusals.tried(() -> pageCode(node, scope));
        Condition showWhen =
                node.has("show_when") ? refusals.tried(() -> scope.condition(node.child("show_when"))) : null;
        boolean repeats = node.has("repeat");
        List<Field> fields = new ArrayList<>();
        node.children("fields").forEach(each -> {
            scope.remember(each.place());
            Field field = refusals.tried(() -> field(each, repeats, scope, fills));
            if (field != null) {
                fields.add(field);
            }
        });
        scope.remember(node.place() + ".checks");
        refuse(node.children("fields").findAny().isEmpty(), node.place() + ".fields", "no-field");
        if (fields.isEmpty()) {
            return null;
        }
        Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
        List<Check> checks = checks(node, scope, names, fields.getFirst().name(), refusals);
        Text title = node.has("title")
                ? refusals.tried(() -> node.words("title"))
                : fields.getFirst().label();
        Text hint = refusals.tried(() -> node.wordsIfAny("hint"));
        Text section = refusals.tried(() -> node.wordsIfAny("section"));
        if (code == null || title == null) {
            return null;
        }
        Repeat repeat = repeats ? repeat(node, code, fields, scope, refusals) : null;
        return repeats && repeat == null
                ? null
                : new Page(code, title, hint, section, showWhen, fields, checks, repeat);
    }

    private static String pageCode(Node node, Scope scope) {
        String code = matching(node, "page", CODE);
        refuse(ITEM.matches(code) || TAKEN.contains(code), node.place() + ".page", "name-taken", code);
        scope.page(code, node.place() + ".page");
        return code;
    }

    private static List<Check> checks(Node node, Scope scope, Set<String> names, String otherwise, Refusals refusals) {
        List<Check> checks = new ArrayList<>();
        node.childrenIfAny("checks").forEach(each -> {
            Check check = refusals.tried(() -> scope.check(each, names, otherwise));
            if (check != null) {
                checks.add(check);
            }
        });
        return checks;
    }

    private static @Nullable Repeat repeat(Node page, String code, List<Field> fields, Scope scope, Refusals refusals) {
        return refusals.tried(() -> {
            Node node = page.child("repeat");
            node.allowOnly("item", "least", "most", "checks");
            scope.close(code, page.place() + ".page", fields);
            scope.remember(node.place());
            int least = node.number("least", 0);
            int most = node.positive("most", 10);
            refuse(most > MOST_ITEMS || least > most, node.place() + ".most", "repeats-wrongly", MOST_ITEMS);
            return new Repeat(node.words("item"), least, most, checks(node, scope, Set.of(code), code, refusals));
        });
    }

    private Field field(Node node, boolean repeats, Scope scope, Fills fills) {
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
                "compute",
                "lookup");
        String name = matching(node, "name", NAME);
        refuse(TAKEN.contains(name), node.place() + ".name", "name-taken", name);
        Kind kind = kind(node);
        Field field = new Field(
                name,
                kind,
                node.words("label"),
                node.wordsIfAny("hint"),
                node.flag("required", kind != Kind.COMPUTED) && kind != Kind.COMPUTED,
                node.has("show_when") ? scope.condition(node.child("show_when")) : null,
                source(node),
                node.optional("autocomplete"),
                rules(node, kind),
                node.has("choices") ? choices(node) : List.of(),
                node.wordsIfAny("suffix"),
                node.has("compute") ? scope.value(node.child("compute")) : null,
                node.has("lookup") ? Fills.lookup(node.child("lookup"), kind) : null);
        refuseContradictions(field, node.place(), scope);
        refuse(
                repeats && (kind == Kind.FILE || field.source() != null || field.lookup() != null),
                node.place() + (kind == Kind.FILE ? ".kind" : field.lookup() == null ? ".source" : ".lookup"),
                "not-in-a-group");
        scope.add(field, node.place() + ".name");
        fills.add(field, repeats, node.place());
        return field;
    }

    /** What no module offers would never be known: the question would promise to be filled in and stay empty. */
    private @Nullable String source(Node node) {
        String source = node.optional("source");
        refuse(
                source != null && lookups != null && !lookups.offers(source),
                node.place() + ".source",
                "no-such-attribute",
                source == null ? "" : source);
        return source;
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

    /** How long an answer of a kind may be where nothing else is said; of files, how many. */
    public static int longest(Kind kind) {
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
                    .orElseThrow(() -> DefinitionRefused.of(node.place() + ".choices", "no-such-list", name));
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

    private static void refuseContradictions(Field field, String place, Scope scope) {
        boolean chosen = field.kind() == Kind.CHOICE || field.kind() == Kind.SELECT || field.kind() == Kind.MULTIPLE;
        refuse(
                chosen == field.choices().isEmpty(),
                place + ".choices",
                chosen ? "choices-missing" : "nothing-to-choose");
        Set<String> values = new HashSet<>();
        field.choices().forEach(choice -> {
            refuse(!values.add(choice.value()), place + ".choices", "choice-twice", choice.value());
            refuse(
                    field.kind() == Kind.MULTIPLE && !CODE.matches(choice.value()),
                    place + ".choices",
                    "choice-of-several",
                    choice.value());
        });
        refuse(
                (field.kind() == Kind.COMPUTED) == (field.compute() == null),
                place + ".compute",
                field.kind() == Kind.COMPUTED ? "compute-missing" : "compute-not-here");
        scope.refuseUnlessDate(field.rules().after(), place + ".after");
        var rules = field.rules();
        refuse(
                rules.least() != null && rules.most() != null && rules.least().compareTo(rules.most()) > 0,
                place + ".most",
                "least-above-most");
        String pattern = rules.pattern();
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException wrong) {
                throw (DefinitionRefused)
                        DefinitionRefused.of(place + ".pattern", "pattern").initCause(wrong);
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

    static void refuse(boolean wrong, String place, String code, Object... arguments) {
        if (wrong) {
            throw DefinitionRefused.of(place, code, arguments);
        }
    }
}
