package vn.haidang.expression.internal;

import com.google.re2j.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.Value;
import vn.haidang.expression.ValueType;

/** A part of an expression whose types fit. */
public sealed interface Node {

    ValueType type();

    /** Where it stands in the source. */
    Place place();

    /** From the first character to the one after the last. Two expressions that differ in places only are equal. */
    record Place(int from, int to) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** A value as it was written. */
    record Literal(Value value, Place place) implements Node {
        @Override
        public ValueType type() {
            return value.type();
        }
    }

    /** The value of a fact. */
    record Named(String name, ValueType type, Place place) implements Node {}

    /** All of them, or any of them. */
    record Joined(boolean all, List<Node> parts, Place place) implements Node {
        @Override
        public ValueType type() {
            return ValueType.FLAG;
        }
    }

    /** The opposite. */
    record Not(Node of, Place place) implements Node {
        @Override
        public ValueType type() {
            return ValueType.FLAG;
        }
    }

    /** How two values are compared. */
    enum Comparison {
        EQUAL("="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        static @Nullable Comparison of(Token token) {
            for (Comparison each : values()) {
                if (token.kind() == Token.Kind.SIGN && token.text().equals(each.sign)) {
                    return each;
                }
            }
            return null;
        }

        boolean ordered() {
            return this != EQUAL && this != UNEQUAL;
        }
    }

    /** Two values of one type, compared. */
    record Compared(Comparison how, Node left, Node right, Place place) implements Node {
        @Override
        public ValueType type() {
            return ValueType.FLAG;
        }
    }

    /** Whether a value is one of some. */
    record Among(Node of, List<Value> values, Place place) implements Node {
        @Override
        public ValueType type() {
            return ValueType.FLAG;
        }
    }

    /** Two numbers reckoned together by {@code + - * /}. */
    record Reckoned(char sign, Node left, Node right, Place place) implements Node {
        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }
    }

    /** A function of some values. */
    record Call(
            Function function,
            List<Node> arguments,
            @Nullable Pattern pattern,
            ValueType type,
            Place place) implements Node {}
}
