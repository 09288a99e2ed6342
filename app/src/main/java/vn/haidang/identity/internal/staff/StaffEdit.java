package vn.haidang.identity.internal.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that lines come to; a line that is so already comes to none. */
public sealed interface StaffEdit {

    /** A new account, without a password yet. */
    record Open(String username, String name, String email) implements StaffEdit {}

    /** Another name or address of mail. */
    record Describe(UUID account, String nameBefore, String name, String emailBefore, String email)
            implements StaffEdit {}

    /** A post begins. */
    record Begin(StaffRow row) implements StaffEdit {}

    /** A post ends on another day than before, or does not end any more. */
    record End(
            StaffRow row,
            UUID account,
            UUID post,
            LocalDate from,
            @Nullable LocalDate before,
            @Nullable LocalDate until)
            implements StaffEdit {}

    /** Nobody signs in with the account any more. */
    record Close(UUID account, String username, String name) implements StaffEdit {}
}
