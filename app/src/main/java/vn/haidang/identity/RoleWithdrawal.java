package vn.haidang.identity;

/**
 * A role that nobody holds is to be given to nobody any more. Asked about through {@link vn.haidang.ui.spi.Consequence}: what still
 * speaks of the role is told as what would move, and as long as there is any of it the role stays.
 */
public record RoleWithdrawal(Role role) {}
