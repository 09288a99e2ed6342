package vn.haidang.publicservice;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is handed in during a period, and who says where its dossiers stand.
 *
 * @param from first day of the period
 * @param to first day after it, null while no end is known
 * @param address of another's door, null for none known
 */
public record FrontDoor(
        Kind kind,
        Owner owner,
        @Nullable String address,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        String confidence) {

    public enum Kind {
        OWN,
        NATIONAL,
        MINISTRY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose word on the status counts; a dossier owned by another has no clock here. */
    public enum Owner {
        US,
        MINISTRY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether people hand it in here and the platform decides where it stands. */
    public boolean ours() {
        return kind == Kind.OWN && owner == Owner.US;
    }
}
