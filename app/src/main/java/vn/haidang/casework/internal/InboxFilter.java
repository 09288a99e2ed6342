package vn.haidang.casework.internal;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.reference.Folding;

/**
 * Which part of an inbox is asked for. Everything but the tab narrows what is counted under every tab.
 *
 * @param holder empty for anybody, {@value #NOBODY}, {@value #ME}, or the id of an account
 * @param service title of the case, empty for any
 * @param step code of a step, empty for any
 * @param unit null for any
 * @param words folded: no accents, small letters; empty for any
 */
public record InboxFilter(
        Scope scope,
        Inbox.Filter tab,
        Due due,
        String holder,
        String service,
        String step,
        @Nullable UUID unit,
        String words) {

    public static final String NOBODY = "nobody";
    public static final String ME = "me";

    /** Whose work. */
    public enum Scope {
        /** What one may do oneself. */
        OWN,
        /** All work of the units one heads. */
        UNIT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Scope of(String code) {
            return code.equals(UNIT.code()) ? UNIT : OWN;
        }
    }

    /** When it is due. */
    public enum Due {
        ANY("true"),
        LATE("w.due_at <= :now"),
        TODAY("w.due_at > :now and w.due_at <= :tonight"),
        WEEK("w.due_at > :now and w.due_at <= :week_end");

        private final String condition;

        Due(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }

        public String code() {
            return this == ANY ? "" : name().toLowerCase(Locale.ROOT);
        }

        public static Due of(String code) {
            for (Due due : values()) {
                if (due.code().equals(code)) {
                    return due;
                }
            }
            return ANY;
        }
    }

    public InboxFilter {
        words = Folding.fold(words);
    }

    public static InboxFilter of(Inbox.Filter tab, String words) {
        return new InboxFilter(Scope.OWN, tab, Due.ANY, "", "", "", null, words);
    }

    public InboxFilter under(Inbox.Filter other) {
        return new InboxFilter(scope, other, due, holder, service, step, unit, words);
    }

    /** Whether anything but scope, tab and words was chosen. */
    public boolean narrowed() {
        return due != Due.ANY || !holder.isEmpty() || !service.isEmpty() || !step.isEmpty() || unit != null;
    }

    /** Whether the cases must be looked at to tell, and not the items alone. */
    boolean asksTheCase() {
        return !service.isEmpty() || !words.isEmpty();
    }

    @Nullable UUID account() {
        try {
            return holder.length() == 36 ? UUID.fromString(holder) : null;
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }
}
