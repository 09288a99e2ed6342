package vn.haidang.expression;

import java.util.Set;
import vn.haidang.expression.internal.Budget;
import vn.haidang.expression.internal.Evaluator;
import vn.haidang.expression.internal.Node;
import vn.haidang.expression.internal.Parser;

/**
 * A checked expression: what it names is declared, its types fit, it ends within its budget. Immutable; reading it costs, so keep it.
 *
 * <p>The language: {@code and or not}, {@code = != < <= > >=}, {@code x in (1, 2)}, {@code + - * /}, parentheses, numbers, texts in
 * single quotes, days as {@code 2026-03-02}, {@code true false}, names of facts, and the functions {@code present(fact)
 * given(value, otherwise) if(condition, then, otherwise) min max abs round(number, digits) length contains starts ends
 * matches(text, 'pattern') concat year month days(from, to) years(from, to) plus(day, days)}.
 *
 * <p>What rests on a missing fact is undecided, unless the rest decides it: {@code false and x} is false whatever x is.
 */
public final class Expression {

    private final String source;
    private final Node root;
    private final Set<String> facts;

    private Expression(String source, Node root, Set<String> facts) {
        this.source = source;
        this.root = root;
        this.facts = Set.copyOf(facts);
    }

    /** @throws ExpressionRefused naming the place and what is wrong with it */
    public static Expression read(String source, Declarations declared) {
        Parser parser = new Parser(source, declared);
        return new Expression(source, parser.whole(), parser.named());
    }

    /**
     * As {@link #read}, for what must be yes or no.
     *
     * @throws ExpressionRefused also {@code not-a-condition}
     */
    public static Expression condition(String source, Declarations declared) {
        Expression read = read(source, declared);
        if (read.type() != ValueType.FLAG) {
            throw new ExpressionRefused(Fault.of("not-a-condition", read.type().code()));
        }
        return read;
    }

    /** @throws ExpressionRefused {@code division-by-zero}, {@code number-too-large}, {@code text-too-long}, {@code no-such-day}, {@code over-budget} */
    public Evaluation evaluate(Facts known) {
        return new Evaluator(source, known, Budget.ofOne()).evaluate(root);
    }

    public String source() {
        return source;
    }

    public ValueType type() {
        return root.type();
    }

    /** The facts it names. */
    public Set<String> facts() {
        return facts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && expression.root.equals(root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
