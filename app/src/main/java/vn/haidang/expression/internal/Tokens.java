package vn.haidang.expression.internal;

import java.util.ArrayList;
import java.util.List;
import vn.haidang.expression.ExpressionRefused;
import vn.haidang.expression.Fault;

/** Cuts a source into its words, in one pass. */
final class Tokens {

    private static final String SIGNS = "=<>!+-*/(),";
    private static final int LONGEST_NUMBER = 51;

    private final String source;
    private final List<Token> found = new ArrayList<>();
    private int at;

    private Tokens(String source) {
        this.source = source;
    }

    static List<Token> of(String source) {
        Tokens tokens = new Tokens(source);
        while (tokens.at < source.length()) {
            tokens.next();
        }
        tokens.found.add(new Token(Token.Kind.END, "", source.length(), source.length()));
        return List.copyOf(tokens.found);
    }

    private void next() {
        char first = source.charAt(at);
        if (first == ' ' || first == '\t' || first == '\n' || first == '\r') {
            at++;
        } else if (first == '\'') {
            text();
        } else if (digit(first)) {
            numberOrDay();
        } else if (small(first)) {
            word();
        } else if (SIGNS.indexOf(first) >= 0) {
            sign();
        } else {
            throw refused("unknown-character", at);
        }
    }

    private void text() {
        int from = at++;
        StringBuilder text = new StringBuilder();
        while (true) {
            if (at == source.length()) {
                throw refused("text-without-end", from);
            }
            char each = source.charAt(at++);
            if (each != '\'') {
                text.append(each);
            } else if (at < source.length() && source.charAt(at) == '\'') {
                text.append(each);
                at++;
            } else {
                found.add(new Token(Token.Kind.TEXT, text.toString(), from, at));
                return;
            }
        }
    }

    private void numberOrDay() {
        if (dayHere()) {
            add(Token.Kind.DAY, at + 10);
            return;
        }
        int to = digits(at);
        if (to < source.length() - 1 && source.charAt(to) == '.' && digit(source.charAt(to + 1))) {
            to = digits(to + 1);
        }
        if (to - at > LONGEST_NUMBER) {
            throw refused("number-too-large", at);
        }
        add(Token.Kind.NUMBER, to);
    }

    private boolean dayHere() {
        int to = at + 10;
        if (to > source.length() || (to < source.length() && digit(source.charAt(to)))) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char each = source.charAt(at + i);
            if ((i == 4 || i == 7) ? each != '-' : !digit(each)) {
                return false;
            }
        }
        return true;
    }

    private void word() {
        int to = at;
        while (to < source.length()
                && (small(source.charAt(to)) || digit(source.charAt(to)) || source.charAt(to) == '_')) {
            to++;
        }
        add(Token.Kind.NAME, to);
    }

    private void sign() {
        boolean two = at + 1 < source.length() && source.charAt(at + 1) == '=' && "<>!".indexOf(source.charAt(at)) >= 0;
        if (source.charAt(at) == '!' && !two) {
            throw refused("unknown-character", at);
        }
        add(Token.Kind.SIGN, two ? at + 2 : at + 1);
    }

    private void add(Token.Kind kind, int to) {
        found.add(new Token(kind, source.substring(at, to), at, to));
        at = to;
    }

    private int digits(int from) {
        int to = from;
        while (to < source.length() && digit(source.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean digit(char each) {
        return each >= '0' && each <= '9';
    }

    private static boolean small(char each) {
        return each >= 'a' && each <= 'z';
    }

    private static ExpressionRefused refused(String code, int place) {
        return new ExpressionRefused(new Fault(code, place + 1, List.of()));
    }
}
