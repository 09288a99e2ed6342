package vn.haidang.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acted, as an opaque reference: an account, an anonymous visitor, or the system itself. */
public record Actor(Kind kind, @Nullable UUID id) {

    /** The kinds of actor. */
    public enum Kind {
        ACCOUNT,
        ANONYMOUS,
        SYSTEM
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);
    public static final Actor ANONYMOUS = new Actor(Kind.ANONYMOUS, null);

    public static Actor account(UUID id) {
        return new Actor(Kind.ACCOUNT, id);
    }
}
