package vn.haidang.expression.internal;

/**
 * A word of the language.
 *
 * @param text of a text without its quotes
 * @param from first character in the source
 * @param to after its last character
 */
record Token(Kind kind, String text, int from, int to) {

    /** The kinds of word. */
    enum Kind {
        NUMBER,
        TEXT,
        DAY,
        NAME,
        SIGN,
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }
}
