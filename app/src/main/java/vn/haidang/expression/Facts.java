package vn.haidang.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known: values by the names of declared facts. What is not in it is missing, which is not the same as no or zero. */
public record Facts(Map<String, Value> values) {

    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        values = Map.copyOf(values);
    }

    public Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Reads values as JSON or a form has them. Names that are not declared are left out; nothing and empty text are missing.
     *
     * @throws ExpressionRefused {@code not-of-type} naming the fact and its type
     */
    public static Facts read(Declarations declared, Map<String, ? extends @Nullable Object> raw) {
        Map<String, Value> values = new HashMap<>();
        raw.forEach((name, value) -> declared.type(name).ifPresent(type -> {
            if (value != null && !(value instanceof String text && text.isBlank())) {
                values.put(name, read(name, type, value));
            }
        }));
        return new Facts(values);
    }

    private static Value read(String name, ValueType type, Object raw) {
        Value value = switch (type) {
            case FLAG -> flag(raw);
            case NUMBER -> amount(raw);
            case TEXT -> raw instanceof String text ? new Value.Text(text.strip()) : null;
            case DAY -> day(raw);
        };
        if (value == null) {
            throw new ExpressionRefused(Fault.of("not-of-type", name, type.code()));
        }
        return value;
    }

    private static @Nullable Value flag(Object raw) {
        return switch (raw) {
            case Boolean yes -> new Value.Flag(yes);
            case String text when text.equals("true") -> new Value.Flag(true);
            case String text when text.equals("false") -> new Value.Flag(false);
            default -> null;
        };
    }

    private static @Nullable Value amount(Object raw) {
        return switch (raw) {
            case BigDecimal number -> new Value.Amount(number);
            case BigInteger number when number.bitLength() <= 128 -> new Value.Amount(new BigDecimal(number));
            case Long number -> Value.Amount.of(number);
            case Integer number -> Value.Amount.of(number);
            case Short number -> Value.Amount.of(number);
            case Double number when Double.isFinite(number) -> new Value.Amount(BigDecimal.valueOf(number));
            case String text -> written(text.strip());
            default -> null;
        };
    }

    private static @Nullable Value written(String text) {
        if (text.length() > 60 || !text.matches("-?\\d{1,30}([.,]\\d{1,20})?")) {
            return null;
        }
        return new Value.Amount(new BigDecimal(text.replace(',', '.')));
    }

    private static @Nullable Value day(Object raw) {
        try {
            return switch (raw) {
                case LocalDate day -> new Value.Day(day);
                case String text when text.strip().length() == 10 -> new Value.Day(LocalDate.parse(text.strip()));
                default -> null;
            };
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
