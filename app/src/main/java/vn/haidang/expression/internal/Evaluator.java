package vn.haidang.expression.internal;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.Evaluation;
import vn.haidang.expression.ExpressionRefused;
import vn.haidang.expression.Facts;
import vn.haidang.expression.Fault;
import vn.haidang.expression.Value;

/** Walks an expression once over the facts; three-valued where facts are missing. */
public final class Evaluator {

    private static final int CHARACTERS_A_STEP = 64;
    private static final int MATCHED_A_STEP = 1000;
    private static final int LONGEST_MATCHED = 2000;
    private static final int ROUNDED_TO = 10;

    /** What a part came to. */
    private sealed interface Outcome {

        record Known(Value value) implements Outcome {}

        record Unknown(Set<String> missing) implements Outcome {}
    }

    private final String source;
    private final Facts facts;
    private final Budget budget;
    private final List<Evaluation.Reason> reasons = new ArrayList<>();

    public Evaluator(String source, Facts facts, Budget budget) {
        this.source = source;
        this.facts = facts;
        this.budget = budget;
    }

    public Evaluation evaluate(Node root) {
        Outcome outcome = of(root);
        if (reasons.isEmpty()) {
            reason(root, outcome);
        }
        return switch (outcome) {
            case Outcome.Known(Value value) -> new Evaluation(value, Set.of(), reasons);
            case Outcome.Unknown(Set<String> missing) -> new Evaluation(null, missing, reasons);
        };
    }

    private Outcome of(Node node) {
        budget.spend(1);
        return switch (node) {
            case Node.Literal literal -> new Outcome.Known(literal.value());
            case Node.Named named ->
                facts.value(named.name())
                        .filter(value -> value.type() == named.type())
                        .<Outcome>map(Outcome.Known::new)
                        .orElseGet(() -> new Outcome.Unknown(Set.of(named.name())));
            case Node.Joined joined -> joined(joined);
            case Node.Not not -> not(of(not.of()));
            case Node.Compared compared ->
                seen(
                        compared,
                        both(
                                compared.left(),
                                compared.right(),
                                (left, right) -> new Value.Flag(holds(compared.how(), left, right))));
            case Node.Among among -> seen(among, among(among));
            case Node.Reckoned reckoned ->
                atPlace(
                        reckoned,
                        () -> both(
                                reckoned.left(),
                                reckoned.right(),
                                (left, right) ->
                                        new Value.Amount(reckon(reckoned.sign(), number(left), number(right)))));
            case Node.Call call -> call(call);
        };
    }

    private Outcome joined(Node.Joined joined) {
        Set<String> missing = new LinkedHashSet<>();
        for (Node part : joined.parts()) {
            switch (of(part)) {
                case Outcome.Known(Value value) -> {
                    if (flag(value) != joined.all()) {
                        return known(!joined.all());
                    }
                }
                case Outcome.Unknown unknown -> missing.addAll(unknown.missing());
            }
        }
        return missing.isEmpty() ? known(joined.all()) : new Outcome.Unknown(missing);
    }

    private static Outcome not(Outcome of) {
        return switch (of) {
            case Outcome.Known(Value value) -> known(!flag(value));
            case Outcome.Unknown unknown -> unknown;
        };
    }

    private Outcome among(Node.Among among) {
        return switch (of(among.of())) {
            case Outcome.Known(Value value) -> {
                budget.spend(among.values().size());
                yield known(among.values().contains(value));
            }
            case Outcome.Unknown unknown -> unknown;
        };
    }

    private Outcome call(Node.Call call) {
        return switch (call.function()) {
            case PRESENT -> {
                Outcome of = of(call.arguments().getFirst());
                yield seen(call, known(of instanceof Outcome.Known));
            }
            case GIVEN -> {
                Outcome first = of(call.arguments().getFirst());
                yield first instanceof Outcome.Known
                        ? first
                        : of(call.arguments().getLast());
            }
            case IF ->
                switch (of(call.arguments().getFirst())) {
                    case Outcome.Known(Value value) -> of(call.arguments().get(flag(value) ? 1 : 2));
                    case Outcome.Unknown unknown -> unknown;
                };
            case MIN, MAX, ABS, ROUND, LENGTH, CONCAT, YEAR, MONTH, DAYS, YEARS, PLUS -> plain(call);
            case CONTAINS, STARTS, ENDS, MATCHES -> seen(call, plain(call));
        };
    }

    private Outcome plain(Node.Call call) {
        List<Value> values = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Node argument : call.arguments()) {
            switch (of(argument)) {
                case Outcome.Known(Value value) -> values.add(value);
                case Outcome.Unknown unknown -> missing.addAll(unknown.missing());
            }
        }
        return missing.isEmpty()
                ? atPlace(call, () -> new Outcome.Known(apply(call, values)))
                : new Outcome.Unknown(missing);
    }

    private Value apply(Node.Call call, List<Value> values) {
        Value first = values.getFirst();
        Value last = values.getLast();
        return switch (call.function()) {
            case MIN -> new Value.Amount(values.stream().map(Evaluator::number).reduce(number(first), BigDecimal::min));
            case MAX -> new Value.Amount(values.stream().map(Evaluator::number).reduce(number(first), BigDecimal::max));
            case ABS -> new Value.Amount(number(first).abs());
            case ROUND -> new Value.Amount(rounded(number(first), number(last)));
            case LENGTH ->
                Value.Amount.of(text(first).codePointCount(0, text(first).length()));
            case CONTAINS -> new Value.Flag(text(first).contains(text(last)));
            case STARTS -> new Value.Flag(text(first).startsWith(text(last)));
            case ENDS -> new Value.Flag(text(first).endsWith(text(last)));
            case MATCHES -> new Value.Flag(matches(call.pattern(), text(first)));
            case CONCAT -> concat(values);
            case YEAR -> Value.Amount.of(day(first).getYear());
            case MONTH -> Value.Amount.of(day(first).getMonthValue());
            case DAYS -> Value.Amount.of(ChronoUnit.DAYS.between(day(first), day(last)));
            case YEARS -> Value.Amount.of(ChronoUnit.YEARS.between(day(first), day(last)));
            case PLUS -> plus(day(first), number(last));
            case PRESENT, GIVEN, IF ->
                throw new IllegalStateException(call.function().code());
        };
    }

    private boolean matches(@Nullable Pattern pattern, String text) {
        if (pattern == null) {
            throw new IllegalStateException("a pattern is read with its expression");
        }
        if (text.length() > LONGEST_MATCHED) {
            throw new ExpressionRefused(Fault.of("text-too-long", LONGEST_MATCHED));
        }
        budget.spend(1 + (long) text.length() * pattern.programSize() / MATCHED_A_STEP);
        return pattern.matches(text);
    }

    private Value concat(List<Value> values) {
        StringBuilder all = new StringBuilder();
        for (Value value : values) {
            all.append(text(value));
            budget.spend(1 + text(value).length() / CHARACTERS_A_STEP);
            if (all.length() > Value.LONGEST) {
                throw new ExpressionRefused(Fault.of("text-too-long", Value.LONGEST));
            }
        }
        return new Value.Text(all.toString());
    }

    private static BigDecimal rounded(BigDecimal number, BigDecimal digits) {
        int to = Math.clamp(digits.setScale(0, RoundingMode.DOWN).longValue(), 0, ROUNDED_TO);
        return number.setScale(to, RoundingMode.HALF_UP);
    }

    private static Value plus(LocalDate day, BigDecimal days) {
        try {
            return new Value.Day(
                    day.plusDays(days.setScale(0, RoundingMode.DOWN).longValueExact()));
        } catch (ArithmeticException | DateTimeException tooFar) {
            throw new ExpressionRefused(Fault.of("no-such-day"));
        }
    }

    private static BigDecimal reckon(char sign, BigDecimal left, BigDecimal right) {
        return switch (sign) {
            case '+' -> left.add(right, MathContext.DECIMAL128);
            case '-' -> left.subtract(right, MathContext.DECIMAL128);
            case '*' -> left.multiply(right, MathContext.DECIMAL128);
            default -> {
                if (right.signum() == 0) {
                    throw new ExpressionRefused(Fault.of("division-by-zero"));
                }
                yield left.divide(right, MathContext.DECIMAL128);
            }
        };
    }

    private boolean holds(Node.Comparison how, Value left, Value right) {
        if (left instanceof Value.Text(String text)) {
            budget.spend(1 + text.length() / CHARACTERS_A_STEP);
        }
        return switch (how) {
            case EQUAL -> left.equals(right);
            case UNEQUAL -> !left.equals(right);
            case LESS -> order(left, right) < 0;
            case AT_MOST -> order(left, right) <= 0;
            case MORE -> order(left, right) > 0;
            case AT_LEAST -> order(left, right) >= 0;
        };
    }

    private static int order(Value left, Value right) {
        return left instanceof Value.Day
                ? day(left).compareTo(day(right))
                : number(left).compareTo(number(right));
    }

    private Outcome both(Node left, Node right, BinaryOperator<Value> together) {
        Outcome one = of(left);
        Outcome other = of(right);
        if (one instanceof Outcome.Known(Value first) && other instanceof Outcome.Known(Value second)) {
            return new Outcome.Known(together.apply(first, second));
        }
        Set<String> missing = new LinkedHashSet<>();
        for (Outcome each : List.of(one, other)) {
            if (each instanceof Outcome.Unknown unknown) {
                missing.addAll(unknown.missing());
            }
        }
        return new Outcome.Unknown(missing);
    }

    private Outcome seen(Node node, Outcome outcome) {
        reason(node, outcome);
        return outcome;
    }

    private void reason(Node node, Outcome outcome) {
        Map<String, Value> known = new LinkedHashMap<>();
        collect(node, known);
        reasons.add(new Evaluation.Reason(
                source.substring(node.place().from(), node.place().to()),
                Map.copyOf(known),
                outcome instanceof Outcome.Known(Value value) ? value : null));
    }

    private void collect(Node node, Map<String, Value> known) {
        budget.spend(1);
        switch (node) {
            case Node.Named named -> facts.value(named.name()).ifPresent(value -> known.put(named.name(), value));
            case Node.Joined joined -> joined.parts().forEach(part -> collect(part, known));
            case Node.Not not -> collect(not.of(), known);
            case Node.Compared compared -> {
                collect(compared.left(), known);
                collect(compared.right(), known);
            }
            case Node.Among among -> collect(among.of(), known);
            case Node.Reckoned reckoned -> {
                collect(reckoned.left(), known);
                collect(reckoned.right(), known);
            }
            case Node.Call call -> call.arguments().forEach(argument -> collect(argument, known));
            case Node.Literal literal -> {}
        }
    }

    private static Outcome atPlace(Node node, Supplier<Outcome> outcome) {
        try {
            return outcome.get();
        } catch (ExpressionRefused refused) {
            throw new ExpressionRefused(refused.fault().at(node.place().from() + 1));
        }
    }

    private static Outcome known(boolean yes) {
        return new Outcome.Known(new Value.Flag(yes));
    }

    private static boolean flag(Value value) {
        return value instanceof Value.Flag(boolean yes) && yes;
    }

    private static BigDecimal number(Value value) {
        return value instanceof Value.Amount(BigDecimal number) ? number : wrong(value);
    }

    private static String text(Value value) {
        return value instanceof Value.Text(String text) ? text : wrong(value);
    }

    private static LocalDate day(Value value) {
        return value instanceof Value.Day(LocalDate day) ? day : wrong(value);
    }

    private static <T> T wrong(Value value) {
        throw new IllegalStateException("types were checked: " + value.type());
    }
}
