package vn.haidang.expression;

import java.util.List;

/**
 * Why an expression, or a fact for it, was refused.
 *
 * @param code its text is {@code expression.fault.<code>}; {0} is the position, the arguments follow
 * @param position first character of the place in the source, counted from one; zero where no place is to blame
 */
public record Fault(String code, int position, List<Object> arguments) {

    public Fault {
        arguments = List.copyOf(arguments);
    }

    public static Fault of(String code, Object... arguments) {
        return new Fault(code, 0, List.of(arguments));
    }

    /** The same fault at a place, unless it has one. */
    public Fault at(int place) {
        return position == 0 ? new Fault(code, place, arguments) : this;
    }

    public String messageKey() {
        return "expression.fault." + code;
    }

    /** What the message names: the position, then the arguments. */
    public Object[] messageArguments() {
        Object[] all = new Object[arguments.size() + 1];
        all[0] = position;
        for (int i = 0; i < arguments.size(); i++) {
            all[i + 1] = arguments.get(i);
        }
        return all;
    }
}
