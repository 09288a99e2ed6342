package vn.haidang.form.internal;

import java.util.List;
import vn.haidang.expression.Fault;

/**
 * A definition was refused: at which place, as {@code form.pages[1].fields[0].label.vi}, and a coded why, so that people are told in
 * their words.
 */
public final class DefinitionRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String messageKey;
    private final transient List<Object> arguments;

    private DefinitionRefused(String place, String messageKey, String why, List<Object> arguments) {
        super(place + ": " + why);
        this.place = place;
        this.messageKey = messageKey;
        this.arguments = List.copyOf(arguments);
    }

    public static DefinitionRefused of(String place, String code, Object... arguments) {
        return new DefinitionRefused(place, "form.fault." + code, code, List.of(arguments));
    }

    /** What an expression was refused for. */
    static DefinitionRefused of(String place, Fault fault) {
        return new DefinitionRefused(
                place, fault.messageKey(), fault.code() + " " + fault.arguments(), List.of(fault.messageArguments()));
    }

    /** Whether the other says the same of the same place. */
    boolean says(DefinitionRefused other) {
        return place.equals(other.place) && messageKey.equals(other.messageKey);
    }

    public String place() {
        return place;
    }

    /** Of the message that says why. */
    public String messageKey() {
        return messageKey;
    }

    /** What the message names. */
    public List<Object> arguments() {
        return arguments;
    }
}
