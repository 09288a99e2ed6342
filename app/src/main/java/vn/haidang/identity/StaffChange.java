package vn.haidang.identity;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.organization.UnitId;

/**
 * Officials lose roles they held, or roles they hold let them do less. Asked about through {@link vn.haidang.ui.spi.Consequence} in the transaction in which the change is
 * made, or tried: who holds what is answered as it will be.
 */
public record StaffChange(List<Loss> losses) {

    /**
     * One role that somebody will not hold any more, or that lets its holder do less.
     *
     * @param day the first day on which it is so
     * @param vacant whether nobody at the unit holds the role on that day
     */
    public record Loss(AccountId account, String name, UnitId unit, Role role, LocalDate day, boolean vacant) {}

    public StaffChange {
        losses = List.copyOf(losses);
    }
}
