package vn.haidang.form.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.Declarations;
import vn.haidang.expression.Expression;
import vn.haidang.expression.ExpressionRefused;
import vn.haidang.expression.ValueType;
import vn.haidang.form.AnswerFacts;
import vn.haidang.form.FormDefinition.Check;
import vn.haidang.form.FormDefinition.Condition;
import vn.haidang.form.FormDefinition.Equal;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;

/** What stands before a place in a form, and may be named there. */
final class Scope {

    private final Set<String> pages = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Field> before = new HashMap<>();
    private final Map<String, ValueType> facts = new HashMap<>(Map.of(AnswerFacts.TODAY, ValueType.DAY));

    private final Map<String, Map<String, ValueType>> nameable = new HashMap<>();
    private final boolean remembers;

    /** @param remembers whether it is asked later what could be named where */
    Scope(boolean remembers) {
        this.remembers = remembers;
    }

    /** Keeps what may be named at a place. */
    void remember(String place) {
        if (remembers) {
            nameable.put(place, new TreeMap<>(facts));
        }
    }

    Map<String, Map<String, ValueType>> nameable() {
        return nameable;
    }

    void page(String code, String place) {
        DefinitionReader.refuse(!pages.add(code), place, "page-twice", code);
    }

    void add(Field field, String place) {
        DefinitionReader.refuse(!names.add(field.name()), place, "name-twice", field.name());
        before.put(field.name(), field);
        AnswerFacts.types(field).forEach((fact, type) -> declare(place, fact, type));
    }

    /** Behind a page that repeats only their number can be named, and what their numbers add up to. */
    void close(String group, String place, List<Field> fields) {
        fields.forEach(field -> {
            before.remove(field.name());
            AnswerFacts.types(field).keySet().forEach(facts::remove);
        });
        DefinitionReader.refuse(!names.add(group), place, "name-twice", group);
        declare(place, AnswerFacts.name(group), ValueType.NUMBER);
        fields.stream()
                .filter(field -> field.kind() == Kind.NUMBER || field.kind() == Kind.MONEY)
                .forEach(field -> declare(place, AnswerFacts.sum(field.name()), ValueType.NUMBER));
    }

    Condition condition(Node node) {
        if (node.value() instanceof String written) {
            return new Condition(condition(node.place(), written), null);
        }
        node.allowOnly("field", "equals");
        Equal equal = new Equal(node.text("field"), node.texts("equals"));
        DefinitionReader.refuse(equal.values().isEmpty(), node.place() + ".equals", "missing");
        Field field = before.get(equal.field());
        DefinitionReader.refuse(field == null, node.place() + ".field", "not-asked-before", equal.field());
        if (field != null) {
            equal.values()
                    .forEach(value -> DefinitionReader.refuse(
                            !canBe(field, value), node.place() + ".equals", "no-such-answer", field.name(), value));
        }
        return new Condition(condition(node.place(), written(node, field, equal.values())), equal);
    }

    /** Whether it is an answer, as far as its answers can be listed. */
    private static boolean canBe(Field field, String value) {
        return switch (field.kind()) {
            case CHOICE, SELECT, MULTIPLE -> field.choice(value).isPresent();
            case YES_NO -> value.equals("yes") || value.equals("no");
            case DECLARATION -> value.equals("yes");
            case TEXT,
                    LONG_TEXT,
                    NUMBER,
                    MONEY,
                    DATE,
                    PERSONAL_NUMBER,
                    PHONE,
                    EMAIL,
                    UNIT,
                    ADDRESS,
                    FILE,
                    COMPUTED,
                    GROUP -> true;
        };
    }

    Check check(Node node, Set<String> onPage, String otherwise) {
        node.allowOnly("must", "message", "at");
        String at = node.has("at") ? node.text("at") : otherwise;
        DefinitionReader.refuse(!onPage.contains(at), node.place() + ".at", "not-on-the-page", at);
        return new Check(condition(node.place() + ".must", node.text("must")), node.words("message"), at);
    }

    Expression value(Node node) {
        if (!(node.value() instanceof String written)) {
            throw DefinitionRefused.of(node.place(), "unreadable");
        }
        Expression read = expression(node.place(), () -> Expression.read(written, new Declarations(facts)));
        DefinitionReader.refuse(read.type() == ValueType.FLAG, node.place(), "computes-yes-or-no");
        return read;
    }

    void refuseUnlessDate(@Nullable String after, String where) {
        Field field = after == null ? null : before.get(after);
        DefinitionReader.refuse(
                after != null && (field == null || field.kind() != Kind.DATE),
                where,
                "after-no-date",
                after == null ? "" : after);
    }

    private Expression condition(String place, String written) {
        return expression(place, () -> Expression.condition(written, new Declarations(facts)));
    }

    private static Expression expression(String place, java.util.function.Supplier<Expression> reading) {
        try {
            return reading.get();
        } catch (ExpressionRefused refused) {
            throw DefinitionRefused.of(place, refused.fault());
        }
    }

    private static String written(Node node, @Nullable Field field, List<String> values) {
        if (field == null) {
            throw node.wrong("field");
        }
        String fact = AnswerFacts.name(field.name());
        return switch (field.kind()) {
            case YES_NO -> values.contains("yes") ? fact : "not " + fact;
            case DECLARATION -> fact;
            case MULTIPLE ->
                values.stream().map(value -> AnswerFacts.choice(field, value)).collect(Collectors.joining(" or "));
            case TEXT, LONG_TEXT, CHOICE, SELECT, PERSONAL_NUMBER, PHONE, EMAIL, UNIT, ADDRESS ->
                fact
                        + values.stream()
                                .map(value -> "'" + value.replace("'", "") + "'")
                                .collect(Collectors.joining(", ", " in (", ")"));
            case NUMBER, MONEY, DATE, FILE, COMPUTED, GROUP -> throw node.wrong("equals");
        };
    }

    private void declare(String where, String fact, ValueType type) {
        DefinitionReader.refuse(!Declarations.isName(fact), where, "no-fact-name", fact);
        DefinitionReader.refuse(facts.put(fact, type) != null, where, "fact-twice", fact);
    }
}
