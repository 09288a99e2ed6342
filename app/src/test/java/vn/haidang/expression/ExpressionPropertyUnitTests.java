package vn.haidang.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever is written, it is read or refused; whatever is read means what a second, naive evaluator says: one over functions, which
 * knows neither tokens nor nodes.
 */
class ExpressionPropertyUnitTests {

    private static final Declarations DECLARED = new Declarations(Map.of(
            "a", ValueType.NUMBER,
            "b", ValueType.NUMBER,
            "p", ValueType.FLAG,
            "q", ValueType.FLAG,
            "t", ValueType.TEXT));

    /** A source with what it means: empty where it cannot be decided. */
    record Said(String source, Function<Map<String, Object>, Optional<Object>> meaning) {}

    @Property(tries = 3000)
    void readsOrRefusesAnyText(@ForAll String source) {
        survives(source);
    }

    @Property(tries = 5000)
    void readsOrRefusesAnyRowOfWords(@ForAll("words") List<String> words) {
        survives(String.join(" ", words));
        survives(String.join("", words));
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void meansWhatANaiveEvaluatorSays(@ForAll("conditions") Said said, @ForAll("facts") Map<String, Object> known) {
        Optional<Object> expected;
        try {
            expected = said.meaning().apply(known);
        } catch (ArithmeticException noAnswer) {
            return;
        }
        Evaluation evaluation;
        try {
            evaluation = Expression.condition(said.source(), DECLARED).evaluate(Facts.read(DECLARED, known));
        } catch (ExpressionRefused tooLarge) {
            assertThat(tooLarge.fault().code())
                    .isIn("too-deep", "too-many-parts", "source-too-long", "number-too-large");
            return;
        }

        assertThat(Optional.ofNullable(evaluation.value()).map(value -> ((Value.Flag) value).yes()))
                .as(said.source() + " over " + known)
                .isEqualTo(expected.map(Boolean.class::cast));
        assertThat(evaluation.decided()).isEqualTo(evaluation.missing().isEmpty());
        assertThat(evaluation.missing()).noneMatch(known::containsKey);
    }

    /** More facts never turn a yes into a no: what is decided stays decided. */
    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void keepsToWhatItDecidedWhenMoreIsKnown(
            @ForAll("conditions") Said said,
            @ForAll("facts") Map<String, Object> known,
            @ForAll("facts") Map<String, Object> more) {
        if (said.source().contains("present(") || said.source().contains("given(")) {
            return;
        }
        Map<String, Object> all = new HashMap<>(more);
        all.putAll(known);
        try {
            Expression read = Expression.condition(said.source(), DECLARED);
            Evaluation before = read.evaluate(Facts.read(DECLARED, known));
            Evaluation after = read.evaluate(Facts.read(DECLARED, all));
            if (before.decided()) {
                assertThat(after.value()).as(said.source()).isEqualTo(before.value());
            }
        } catch (ExpressionRefused noAnswer) {
            assertThat(noAnswer.fault().code()).isNotEqualTo("over-budget");
        }
    }

    private static void survives(String source) {
        try {
            Expression read = Expression.read(source, DECLARED);
            read.evaluate(Facts.NONE);
            assertThat(Expression.read(read.source(), DECLARED)).isEqualTo(read);
        } catch (ExpressionRefused refused) {
            assertThat(refused.fault().code()).isNotBlank();
            assertThat(refused.fault().position()).isBetween(0, source.length() + 1);
        }
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "p",
                        "t",
                        "1",
                        "0",
                        "2.5",
                        "'x'",
                        "2026-03-02",
                        "true",
                        "and",
                        "or",
                        "not",
                        "in",
                        "=",
                        "!=",
                        "<",
                        ">=",
                        "+",
                        "-",
                        "*",
                        "/",
                        "(",
                        ")",
                        ",",
                        "if",
                        "present",
                        "given",
                        "min",
                        "round",
                        "matches",
                        "'a+'")
                .list()
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<Map<String, Object>> facts() {
        Arbitrary<Optional<Object>> number =
                Arbitraries.integers().between(-3, 3).map(each -> (Object) each).optional(0.7);
        Arbitrary<Optional<Object>> flag =
                Arbitraries.of(true, false).map(each -> (Object) each).optional(0.7);
        Arbitrary<Optional<Object>> text =
                Arbitraries.of("x", "y", "xy").map(each -> (Object) each).optional(0.7);
        return Combinators.combine(number, number, flag, flag, text).as((a, b, p, q, t) -> {
            Map<String, Object> known = new HashMap<>();
            a.ifPresent(value -> known.put("a", value));
            b.ifPresent(value -> known.put("b", value));
            p.ifPresent(value -> known.put("p", value));
            q.ifPresent(value -> known.put("q", value));
            t.ifPresent(value -> known.put("t", value));
            return known;
        });
    }

    @Provide
    Arbitrary<Said> conditions() {
        return condition(3);
    }

    private static Arbitrary<Said> condition(int depth) {
        Arbitrary<Said> leaf = Arbitraries.oneOf(
                Arbitraries.of("p", "q").map(ExpressionPropertyUnitTests::fact),
                Arbitraries.of(true, false).map(yes -> new Said(String.valueOf(yes), known -> Optional.of(yes))),
                Arbitraries.of("a", "p", "t")
                        .map(name -> new Said("present(" + name + ")", known -> Optional.of(known.containsKey(name)))),
                Arbitraries.of("x", "xy")
                        .map(text -> new Said(
                                "t = '" + text + "'",
                                known -> fact("t").meaning().apply(known).map(text::equals))));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Said> below = condition(depth - 1);
        Arbitrary<Said> number = number(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                below.map(of -> new Said(
                        "not (" + of.source() + ")",
                        known -> of.meaning().apply(known).map(yes -> !(boolean) yes))),
                Combinators.combine(below, below, Arbitraries.of("and", "or")).as(ExpressionPropertyUnitTests::joined),
                Combinators.combine(number, number, Arbitraries.of("=", "!=", "<", "<=", ">", ">="))
                        .as(ExpressionPropertyUnitTests::compared),
                Combinators.combine(below, below, below).as(ExpressionPropertyUnitTests::chosen));
    }

    private static Arbitrary<Said> number(int depth) {
        Arbitrary<Said> leaf = Arbitraries.oneOf(
                Arbitraries.of("a", "b").map(ExpressionPropertyUnitTests::fact),
                Arbitraries.integers()
                        .between(0, 5)
                        .map(each -> new Said(String.valueOf(each), known -> Optional.of(each))));
        if (depth <= 0) {
            return leaf;
        }
        Arbitrary<Said> below = number(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                Combinators.combine(below, below, Arbitraries.of("+", "-", "*", "/"))
                        .as(ExpressionPropertyUnitTests::reckoned),
                Combinators.combine(below, below)
                        .as((first, other) -> new Said(
                                "given(" + first.source() + ", " + other.source() + ")",
                                known -> first.meaning()
                                        .apply(known)
                                        .or(() -> other.meaning().apply(known)))),
                below.map(of -> new Said(
                        "(-" + of.source() + ")".replace("--", "- -"),
                        known -> of.meaning()
                                .apply(known)
                                .map(each -> decimal(each).negate()))));
    }

    private static Said fact(String name) {
        return new Said(name, known -> Optional.ofNullable(known.get(name)));
    }

    private static Said joined(Said left, Said right, String sign) {
        boolean decisive = sign.equals("or");
        return new Said("(" + left.source() + " " + sign + " " + right.source() + ")", known -> {
            List<Optional<Object>> both = new ArrayList<>();
            both.add(left.meaning().apply(known));
            if (!both.getFirst().equals(Optional.of(decisive))) {
                both.add(right.meaning().apply(known));
            }
            if (both.contains(Optional.of(decisive))) {
                return Optional.of(decisive);
            }
            return both.contains(Optional.empty()) ? Optional.empty() : Optional.of(!decisive);
        });
    }

    private static Said compared(Said left, Said right, String sign) {
        return new Said(
                "(" + left.source() + " " + sign + " " + right.source() + ")",
                known -> both(left, right, known).map(pair -> {
                    int order = pair.getFirst().compareTo(pair.getLast());
                    return switch (sign) {
                        case "=" -> order == 0;
                        case "!=" -> order != 0;
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        default -> order >= 0;
                    };
                }));
    }

    private static Said reckoned(Said left, Said right, String sign) {
        return new Said(
                "(" + left.source() + " " + sign + " " + right.source() + ")",
                known -> both(left, right, known).map(pair -> {
                    BigDecimal one = pair.getFirst();
                    BigDecimal other = pair.getLast();
                    BigDecimal result = switch (sign) {
                        case "+" -> one.add(other, MathContext.DECIMAL128);
                        case "-" -> one.subtract(other, MathContext.DECIMAL128);
                        case "*" -> one.multiply(other, MathContext.DECIMAL128);
                        default -> one.divide(other, MathContext.DECIMAL128);
                    };
                    return new Value.Amount(result).number();
                }));
    }

    private static Said chosen(Said condition, Said yes, Said no) {
        return new Said(
                "if(" + condition.source() + ", " + yes.source() + ", " + no.source() + ")",
                known -> condition
                        .meaning()
                        .apply(known)
                        .flatMap(each -> ((boolean) each ? yes : no).meaning().apply(known)));
    }

    private static Optional<List<BigDecimal>> both(Said left, Said right, Map<String, Object> known) {
        Optional<Object> one = left.meaning().apply(known);
        Optional<Object> other = right.meaning().apply(known);
        return one.isPresent() && other.isPresent()
                ? Optional.of(List.of(decimal(one.get()), decimal(other.get())))
                : Optional.empty();
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }
}
