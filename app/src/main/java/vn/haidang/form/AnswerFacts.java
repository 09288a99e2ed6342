package vn.haidang.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.Expression;
import vn.haidang.expression.ExpressionRefused;
import vn.haidang.expression.Facts;
import vn.haidang.expression.Value;
import vn.haidang.expression.ValueType;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;

/**
 * What expressions may name of a form: {@code child.birth-date} is the fact {@code child_birth_date}; each choice of several is a
 * fact of its own, {@code papers_kind_photo}; the numbers of a repeating page add up to {@code sum_heir_share}; {@code today} is the
 * day the form was last saved. What does not read as its kind is missing, and so is what is empty, except choices not taken.
 */
public final class AnswerFacts {

    /** The fact, and the answer it is kept under, that says which day it is. */
    public static final String TODAY = "today";

    private static final int MOST_DIGITS = 25;

    private final Map<String, Value> values = new HashMap<>();

    /** The name of a field as expressions write it. */
    public static String name(String field) {
        return Repeats.base(field).replace('.', '_').replace('-', '_');
    }

    public static String sum(String field) {
        return "sum_" + name(field);
    }

    /** The facts a field gives, with their types. */
    public static Map<String, ValueType> types(Field field) {
        Map<String, ValueType> types = new HashMap<>();
        switch (field.kind()) {
            case NUMBER, MONEY, FILE, GROUP -> types.put(name(field.name()), ValueType.NUMBER);
            case DATE -> types.put(name(field.name()), ValueType.DAY);
            case YES_NO, DECLARATION -> types.put(name(field.name()), ValueType.FLAG);
            case MULTIPLE ->
                field.choices().forEach(choice -> types.put(choice(field, choice.value()), ValueType.FLAG));
            case COMPUTED -> {
                if (field.compute() != null) {
                    types.put(name(field.name()), field.compute().type());
                }
            }
            case TEXT, LONG_TEXT, CHOICE, SELECT, PERSONAL_NUMBER, PHONE, EMAIL, UNIT, ADDRESS ->
                types.put(name(field.name()), ValueType.TEXT);
        }
        return types;
    }

    /** The fact that says whether one of several choices was taken. */
    public static String choice(Field field, String value) {
        return name(field.name()) + "_" + value.replace('-', '_');
    }

    /** A decimal number as answers write it down, null for anything else. */
    public static @Nullable BigDecimal number(String written) {
        return written.length() <= MOST_DIGITS && written.matches("-?\\d{1,15}(\\.\\d{1,6})?")
                ? new BigDecimal(written)
                : null;
    }

    /** A day as answers write it down, null for anything else. */
    public static @Nullable LocalDate day(String written) {
        try {
            return written.length() == 10 ? LocalDate.parse(written) : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    void today(String written) {
        LocalDate day = day(written);
        if (day != null) {
            values.put(TODAY, new Value.Day(day));
        }
    }

    void put(Field field, String written) {
        switch (field.kind()) {
            case NUMBER, MONEY, GROUP -> set(field, amount(number(written)));
            case FILE -> set(field, Value.Amount.of(written.isBlank() ? 0 : written.split(" ").length));
            case DATE -> {
                LocalDate day = day(written);
                set(field, day == null ? null : new Value.Day(day));
            }
            case YES_NO ->
                set(
                        field,
                        written.equals("yes") || written.equals("no") ? new Value.Flag(written.equals("yes")) : null);
            case DECLARATION -> set(field, new Value.Flag(written.equals("yes")));
            case MULTIPLE -> {
                Set<String> taken = new HashSet<>(List.of(written.split(" ")));
                field.choices()
                        .forEach(choice -> values.put(
                                choice(field, choice.value()), new Value.Flag(taken.contains(choice.value()))));
            }
            case COMPUTED -> {}
            case TEXT, LONG_TEXT, CHOICE, SELECT, PERSONAL_NUMBER, PHONE, EMAIL, UNIT, ADDRESS ->
                set(field, written.isBlank() || written.length() > Value.LONGEST ? null : new Value.Text(written));
        }
    }

    /** What a computed field comes to; null when that cannot be said yet. */
    @Nullable Value compute(Field field) {
        Value value = field.compute() == null ? null : evaluate(field.compute());
        set(field, value);
        return value;
    }

    /** Adds the numbers of a repeating page up; a page without numbers adds nothing. */
    void add(Field field, BigDecimal sum) {
        values.put(sum(field.name()), new Value.Amount(sum));
    }

    void forget(Field field) {
        types(field).keySet().forEach(values::remove);
    }

    boolean holds(Expression condition) {
        return evaluate(condition) instanceof Value.Flag(boolean yes) && yes;
    }

    /** Whether it is decided and does not hold. */
    boolean fails(Expression condition) {
        return evaluate(condition) instanceof Value.Flag(boolean yes) && !yes;
    }

    private @Nullable Value evaluate(Expression expression) {
        Map<String, Value> named = new HashMap<>();
        for (String fact : expression.facts()) {
            Value value = values.get(fact);
            if (value != null) {
                named.put(fact, value);
            }
        }
        try {
            return expression.evaluate(new Facts(named)).value();
        } catch (ExpressionRefused outOfBounds) {
            return null;
        }
    }

    private void set(Field field, @Nullable Value value) {
        if (value == null) {
            values.remove(name(field.name()));
        } else {
            values.put(name(field.name()), value);
        }
    }

    private static @Nullable Value amount(@Nullable BigDecimal number) {
        return number == null ? null : new Value.Amount(number);
    }

    static boolean adds(Field field) {
        return field.kind() == Kind.NUMBER || field.kind() == Kind.MONEY;
    }
}
