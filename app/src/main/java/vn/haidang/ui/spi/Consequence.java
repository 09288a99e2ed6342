package vn.haidang.ui.spi;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.haidang.ui.Fragment;

/**
 * What a change would move, told before it is saved. Implemented by a module that keeps something computed from what {@code C}
 * changes; asked through {@link vn.haidang.ui.Consequences} by the page on which the change is made.
 */
public interface Consequence<C> {

    /** The kind of change it answers for. */
    Class<C> change();

    /** What would move, in a number of statements that does not grow with it. */
    Outlook outlook(C change, HttpServletRequest request);

    /**
     * The change was made, in this transaction.
     *
     * @param move whether what it moves is to move now; otherwise it stays as it was promised
     */
    void settle(C change, boolean move, HttpServletRequest request);

    /**
     * What would move.
     *
     * @param moved how many things
     * @param fingerprint differs when anything else would move, or elsewhere
     * @param list shows them to whoever asked; null where there is nothing to show
     */
    record Outlook(long moved, String fingerprint, @Nullable Fragment list) {

        public static final Outlook NOTHING = new Outlook(0, "", null);
    }
}
