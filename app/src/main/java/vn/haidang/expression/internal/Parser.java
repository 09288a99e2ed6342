package vn.haidang.expression.internal;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.Declarations;
import vn.haidang.expression.ExpressionRefused;
import vn.haidang.expression.Fault;
import vn.haidang.expression.Value;
import vn.haidang.expression.ValueType;

/** Reads a source by descent and checks the types while it does; length, number of parts and depth are bounded. */
public final class Parser {

    private static final int LONGEST = 2000;
    private static final int PARTS = 500;
    private static final int DEPTH = 50;

    private final Declarations declared;
    private final List<Token> tokens;
    private final Set<String> named = new LinkedHashSet<>();
    private int at;
    private int parts;
    private int depth;

    public Parser(String source, Declarations declared) {
        if (source.length() > LONGEST) {
            throw new ExpressionRefused(Fault.of("source-too-long", LONGEST));
        }
        this.declared = declared;
        this.tokens = Tokens.of(source);
    }

    public Node whole() {
        Node whole = disjunction();
        if (present().kind() != Token.Kind.END) {
            throw refused("unexpected", present(), present().text());
        }
        return whole;
    }

    /** The facts named so far. */
    public Set<String> named() {
        return named;
    }

    private Node disjunction() {
        return joined(false, "or");
    }

    private Node joined(boolean all, String sign) {
        Node first = all ? negation() : joined(true, "and");
        if (!present().is(sign)) {
            return first;
        }
        List<Node> joined = new ArrayList<>(List.of(needFlag(first)));
        while (take(sign)) {
            joined.add(needFlag(all ? negation() : joined(true, "and")));
        }
        return counted(new Node.Joined(all, List.copyOf(joined), between(first, joined.getLast())));
    }

    private Node negation() {
        Token sign = present();
        if (!take("not")) {
            return comparison();
        }
        Node of = deeper(sign, this::negation);
        return counted(new Node.Not(
                needFlag(of), new Node.Place(sign.from(), of.place().to())));
    }

    private Node comparison() {
        Node left = sum();
        Token sign = present();
        Node.Comparison how = Node.Comparison.of(sign);
        if (how != null) {
            at++;
            Node right = sum();
            if (left.type() != right.type()) {
                throw refused(
                        "types-differ", sign, left.type().code(), right.type().code());
            }
            if (how.ordered() && left.type() != ValueType.NUMBER && left.type() != ValueType.DAY) {
                throw refused("no-order", sign, left.type().code());
            }
            return counted(new Node.Compared(how, left, right, between(left, right)));
        }
        boolean not = sign.is("not") && tokens.get(at + 1).is("in");
        if (not) {
            at++;
        }
        return take("in") ? among(left, not) : left;
    }

    private Node among(Node of, boolean not) {
        need("(");
        List<Value> values = new ArrayList<>();
        do {
            Token token = present();
            Node each = unary();
            if (!(each instanceof Node.Literal literal)) {
                throw refused("only-values", token);
            }
            if (literal.type() != of.type()) {
                throw refused(
                        "types-differ", token, of.type().code(), literal.type().code());
            }
            values.add(literal.value());
        } while (take(","));
        Token end = need(")");
        Node.Place place = new Node.Place(of.place().from(), end.to());
        Node among = counted(new Node.Among(of, List.copyOf(values), place));
        return not ? counted(new Node.Not(among, place)) : among;
    }

    private Node sum() {
        Node sum = product();
        while (present().is("+") || present().is("-")) {
            char sign = next().text().charAt(0);
            sum = reckoned(sign, sum, product());
        }
        return sum;
    }

    private Node product() {
        Node product = unary();
        while (present().is("*") || present().is("/")) {
            char sign = next().text().charAt(0);
            product = reckoned(sign, product, unary());
        }
        return product;
    }

    private Node reckoned(char sign, Node left, Node right) {
        return counted(new Node.Reckoned(sign, needNumber(left), needNumber(right), between(left, right)));
    }

    private Node unary() {
        Token sign = present();
        if (!take("-")) {
            return primary();
        }
        Node of = needNumber(deeper(sign, this::unary));
        Node.Place place = new Node.Place(sign.from(), of.place().to());
        if (of instanceof Node.Literal(Value.Amount(BigDecimal number), Node.Place ignored)) {
            return counted(new Node.Literal(new Value.Amount(number.negate()), place));
        }
        Node zero = new Node.Literal(Value.Amount.of(0), new Node.Place(sign.from(), sign.from()));
        return counted(new Node.Reckoned('-', zero, of, place));
    }

    private Node primary() {
        Token token = next();
        Node.Place place = new Node.Place(token.from(), token.to());
        return switch (token.kind()) {
            case NUMBER ->
                counted(new Node.Literal(atPlace(token, () -> new Value.Amount(new BigDecimal(token.text()))), place));
            case TEXT -> counted(new Node.Literal(new Value.Text(token.text()), place));
            case DAY ->
                counted(new Node.Literal(atPlace(token, () -> new Value.Day(LocalDate.parse(token.text()))), place));
            case NAME -> word(token, place);
            case SIGN -> parenthesis(token);
            case END -> throw refused("unfinished", token);
        };
    }

    private Node word(Token token, Node.Place place) {
        String name = token.text();
        if (name.equals("true") || name.equals("false")) {
            return counted(new Node.Literal(new Value.Flag(name.equals("true")), place));
        }
        if (present().is("(") && !name.equals("and") && !name.equals("or") && !name.equals("in")) {
            return call(token);
        }
        if (!Declarations.isName(name)) {
            throw refused("unexpected", token, name);
        }
        ValueType type = declared.type(name).orElseThrow(() -> refused("unknown-fact", token, name));
        named.add(name);
        return counted(new Node.Named(name, type, place));
    }

    private Node parenthesis(Token token) {
        if (!token.is("(")) {
            throw refused("unexpected", token, token.text());
        }
        Node inside = deeper(token, this::disjunction);
        need(")");
        return inside;
    }

    private Node call(Token name) {
        Function function = Function.of(name.text()).orElseThrow(() -> refused("unknown-function", name, name.text()));
        need("(");
        List<Node> arguments = new ArrayList<>();
        do {
            arguments.add(deeper(name, this::disjunction));
        } while (take(","));
        Token end = need(")");
        check(function, name, arguments);
        return counted(new Node.Call(
                function,
                List.copyOf(arguments),
                pattern(function, name, arguments),
                function.gives(arguments),
                new Node.Place(name.from(), end.to())));
    }

    private static void check(Function function, Token name, List<Node> arguments) {
        if (!function.takes(arguments.size())) {
            throw refused("wrong-count", name, name.text());
        }
        for (int i = 0; i < arguments.size(); i++) {
            ValueType given = arguments.get(i).type();
            function.takesAt(i).filter(type -> type != given).ifPresent(type -> {
                throw refused("wrong-type", name, name.text(), type.code(), given.code());
            });
        }
        boolean alike = function != Function.GIVEN && function != Function.IF
                || arguments.get(arguments.size() - 2).type()
                        == arguments.getLast().type();
        if (!alike) {
            throw refused(
                    "types-differ",
                    name,
                    arguments.get(arguments.size() - 2).type().code(),
                    arguments.getLast().type().code());
        }
        if (function == Function.PRESENT && !(arguments.getFirst() instanceof Node.Named)) {
            throw refused("only-a-fact", name, name.text());
        }
    }

    private static @Nullable Pattern pattern(Function function, Token name, List<Node> arguments) {
        if (function != Function.MATCHES) {
            return null;
        }
        if (!(arguments.getLast() instanceof Node.Literal(Value.Text(String text), Node.Place ignored))) {
            throw refused("only-values", name);
        }
        Pattern pattern = Patterns.read(text);
        if (pattern == null) {
            throw refused("pattern", name, text);
        }
        return pattern;
    }

    private Node needFlag(Node node) {
        return need(ValueType.FLAG, node);
    }

    private Node needNumber(Node node) {
        return need(ValueType.NUMBER, node);
    }

    private static Node need(ValueType type, Node node) {
        if (node.type() != type) {
            throw new ExpressionRefused(new Fault(
                    "need-type",
                    node.place().from() + 1,
                    List.of(type.code(), node.type().code())));
        }
        return node;
    }

    private Node counted(Node node) {
        if (++parts > PARTS) {
            throw new ExpressionRefused(Fault.of("too-many-parts", PARTS));
        }
        return node;
    }

    private Node deeper(Token token, Supplier<Node> inside) {
        if (++depth > DEPTH) {
            throw refused("too-deep", token, DEPTH);
        }
        Node node = inside.get();
        depth--;
        return node;
    }

    private static <T> T atPlace(Token token, Supplier<T> value) {
        try {
            return value.get();
        } catch (ExpressionRefused refused) {
            throw new ExpressionRefused(refused.fault().at(token.from() + 1));
        } catch (DateTimeException noDay) {
            throw refused("no-such-day", token);
        }
    }

    private Token present() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private boolean take(String sign) {
        boolean here = present().is(sign);
        if (here) {
            at++;
        }
        return here;
    }

    private Token need(String sign) {
        Token token = present();
        if (!take(sign)) {
            throw token.kind() == Token.Kind.END
                    ? refused("unfinished", token)
                    : refused("expected", token, sign, token.text());
        }
        return token;
    }

    private static Node.Place between(Node left, Node right) {
        return new Node.Place(left.place().from(), right.place().to());
    }

    private static ExpressionRefused refused(String code, Token token, Object... arguments) {
        return new ExpressionRefused(new Fault(code, token.from() + 1, List.of(arguments)));
    }
}
