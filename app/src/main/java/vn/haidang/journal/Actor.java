package vn.haidang.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acted, as an opaque reference: an account, an anonymous visitor, or the system itself.
 *
 * @param behalf in whose name, when an account acts for another; an entry names both
 */
public record Actor(Kind kind, @Nullable UUID id, @Nullable Subject behalf) {

    /** The kinds of actor. */
    public enum Kind {
        ACCOUNT,
        ANONYMOUS,
        SYSTEM
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, null);
    public static final Actor ANONYMOUS = new Actor(Kind.ANONYMOUS, null, null);

    public Actor {
        if (behalf != null && kind != Kind.ACCOUNT) {
            throw new IllegalArgumentException("only an account acts for another");
        }
    }

    public static Actor account(UUID id) {
        return new Actor(Kind.ACCOUNT, id, null);
    }

    /** The same account, acting in the name of this person or business. */
    public Actor onBehalfOf(Subject represented) {
        return new Actor(kind, id, represented);
    }
}
