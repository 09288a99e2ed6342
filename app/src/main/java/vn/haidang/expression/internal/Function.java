package vn.haidang.expression.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.ValueType;

/** The functions of the language: what they take and give. A null type is whatever the caller gives. */
enum Function {
    PRESENT(ValueType.FLAG, new @Nullable ValueType[] {null}, false),
    GIVEN(null, new @Nullable ValueType[] {null, null}, false),
    IF(null, new @Nullable ValueType[] {ValueType.FLAG, null, null}, false),
    MIN(ValueType.NUMBER, new ValueType[] {ValueType.NUMBER}, true),
    MAX(ValueType.NUMBER, new ValueType[] {ValueType.NUMBER}, true),
    ABS(ValueType.NUMBER, new ValueType[] {ValueType.NUMBER}, false),
    ROUND(ValueType.NUMBER, new ValueType[] {ValueType.NUMBER, ValueType.NUMBER}, false),
    LENGTH(ValueType.NUMBER, new ValueType[] {ValueType.TEXT}, false),
    CONTAINS(ValueType.FLAG, new ValueType[] {ValueType.TEXT, ValueType.TEXT}, false),
    STARTS(ValueType.FLAG, new ValueType[] {ValueType.TEXT, ValueType.TEXT}, false),
    ENDS(ValueType.FLAG, new ValueType[] {ValueType.TEXT, ValueType.TEXT}, false),
    MATCHES(ValueType.FLAG, new ValueType[] {ValueType.TEXT, ValueType.TEXT}, false),
    CONCAT(ValueType.TEXT, new ValueType[] {ValueType.TEXT}, true),
    YEAR(ValueType.NUMBER, new ValueType[] {ValueType.DAY}, false),
    MONTH(ValueType.NUMBER, new ValueType[] {ValueType.DAY}, false),
    DAYS(ValueType.NUMBER, new ValueType[] {ValueType.DAY, ValueType.DAY}, false),
    YEARS(ValueType.NUMBER, new ValueType[] {ValueType.DAY, ValueType.DAY}, false),
    PLUS(ValueType.DAY, new ValueType[] {ValueType.DAY, ValueType.NUMBER}, false);

    private final @Nullable ValueType gives;
    private final List<Optional<ValueType>> takes;
    private final boolean more;

    Function(@Nullable ValueType gives, @Nullable ValueType[] takes, boolean more) {
        this.gives = gives;
        this.takes = Arrays.stream(takes).map(Optional::ofNullable).toList();
        this.more = more;
    }

    static Optional<Function> of(String name) {
        for (Function function : values()) {
            if (function.code().equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it takes so many values. */
    boolean takes(int values) {
        return more ? values >= takes.size() : values == takes.size();
    }

    /** What it takes at a position, empty for anything. */
    Optional<ValueType> takesAt(int position) {
        return takes.get(Math.min(position, takes.size() - 1));
    }

    ValueType gives(List<Node> arguments) {
        return gives == null ? arguments.getLast().type() : gives;
    }
}
