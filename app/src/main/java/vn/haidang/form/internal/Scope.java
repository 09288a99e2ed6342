package vn.haidang.form.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import vn.haidang.form.FormDefinition.Text;

/** What stands before a place in a form, and may be named there. */
final class Scope {

    private final Set<String> pages = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Field> before = new HashMap<>();
    private final Map<String, ValueType> facts = new HashMap<>(Map.of(AnswerFacts.TODAY, ValueType.DAY));

    void page(String code) {
        DefinitionReader.refuse(!pages.add(code), code, "page twice");
    }

    void add(Field field) {
        DefinitionReader.refuse(!names.add(field.name()), field.name(), "name twice");
        before.put(field.name(), field);
        AnswerFacts.types(field).forEach((fact, type) -> declare(field.name(), fact, type));
    }

    /** Behind a page that repeats only their number can be named, and what their numbers add up to. */
    void close(String group, Text title, List<Field> fields) {
        fields.forEach(field -> {
            before.remove(field.name());
            AnswerFacts.types(field).keySet().forEach(facts::remove);
        });
        DefinitionReader.refuse(!names.add(group), group, "name twice");
        declare(group, AnswerFacts.name(group), ValueType.NUMBER);
        fields.stream()
                .filter(field -> field.kind() == Kind.NUMBER || field.kind() == Kind.MONEY)
                .forEach(field -> declare(group, AnswerFacts.sum(field.name()), ValueType.NUMBER));
    }

    Condition condition(Node node) {
        if (node.value() instanceof String written) {
            return new Condition(condition(node.place(), written), null);
        }
        node.allowOnly("field", "equals");
        Equal equal = new Equal(node.text("field"), node.texts("equals"));
        Field field = before.get(equal.field());
        DefinitionReader.refuse(field == null, node.place(), "condition on a field that is not asked before");
        return new Condition(condition(node.place(), written(node, field, equal.values())), equal);
    }

    Check check(Node node, Set<String> onPage, String otherwise) {
        node.allowOnly("must", "message", "at");
        String at = node.has("at") ? node.text("at") : otherwise;
        DefinitionReader.refuse(!onPage.contains(at), node.place(), "at: not on the page");
        return new Check(condition(node.place(), node.text("must")), node.words("message"), at);
    }

    Expression value(Node node) {
        if (!(node.value() instanceof String written)) {
            throw new IllegalArgumentException(node.place() + ": missing or not readable");
        }
        Expression read = expression(node.place(), () -> Expression.read(written, new Declarations(facts)));
        DefinitionReader.refuse(read.type() == ValueType.FLAG, node.place(), "computes yes or no");
        return read;
    }

    void refuseUnlessDate(@Nullable String after, String where) {
        Field field = after == null ? null : before.get(after);
        DefinitionReader.refuse(after != null && (field == null || field.kind() != Kind.DATE), where, "after: no date");
    }

    private Expression condition(String place, String written) {
        return expression(place, () -> Expression.condition(written, new Declarations(facts)));
    }

    private static Expression expression(String place, java.util.function.Supplier<Expression> reading) {
        try {
            return reading.get();
        } catch (ExpressionRefused refused) {
            throw new ExpressionInForm(place, refused.fault());
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
        DefinitionReader.refuse(!Declarations.isName(fact), where, "a name expressions cannot write");
        DefinitionReader.refuse(facts.put(fact, type) != null, where, "named as another field is");
    }
}
