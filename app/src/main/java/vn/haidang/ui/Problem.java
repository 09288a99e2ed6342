package vn.haidang.ui;

import java.util.List;

/**
 * A coded failure: {@code module/what-happened}, its HTTP status and the values its message names. Shown to people as an error
 * summary or a problem page ({@code problem.<module>.<what-happened>}), to programs as RFC 9457 problem details.
 */
public record Problem(String code, int status, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(String code, int status, Object... arguments) {
        return new Problem(code, status, List.of(arguments));
    }

    /** The key of its title; the explanation is at the same key with {@code .detail}. */
    public String messageKey() {
        return "problem." + code.replace('/', '.');
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }
}
