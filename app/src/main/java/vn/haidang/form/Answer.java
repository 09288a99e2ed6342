package vn.haidang.form;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.haidang.registry.KnownValue;

/**
 * One answer with where it comes from.
 *
 * @param value as written down by the field's kind; may be wrong until it is checked, for what was typed is never lost
 * @param known what the platform knew, null where it knew nothing
 * @param source code of the register {@code known} came from ({@code registry.source.<code>})
 * @param asOf the day {@code known} was recorded or confirmed
 */
public record Answer(
        String value,
        @Nullable String known,
        @Nullable String source,
        @Nullable LocalDate asOf) {

    /** Where a value comes from. */
    public enum Origin {
        TYPED,
        KNOWN,
        /** The platform knew another value. */
        CORRECTED
    }

    public static Answer typed(String value) {
        return new Answer(value, null, null, null);
    }

    public static Answer known(KnownValue known) {
        return new Answer(known.value(), known.value(), known.source(), known.asOf());
    }

    public Origin origin() {
        if (known == null) {
            return Origin.TYPED;
        }
        return known.equals(value) ? Origin.KNOWN : Origin.CORRECTED;
    }
}
