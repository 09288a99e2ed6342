package vn.haidang.registry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.UnitId;

/**
 * Who keeps one attribute of a person, and how it is put right.
 *
 * @param person whose record it is
 * @param unit whoever keeps it, null where no unit of the city is known to
 * @param note what to tell the person, empty for nothing
 */
public record Keeping(
        String attribute,
        PersonId person,
        Way way,
        @Nullable UnitId unit,
        String note,
        String noteEn) {

    /** How it is put right. */
    public enum Way {
        /** By a case at whoever keeps it. */
        CASE,
        /** By the person's own word, at once. */
        OWN,
        /** Not here. */
        NONE;

        public static Way of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** The same, decided by whoever keeps it; there is nothing to tell the person of it. */
    Keeping byCase() {
        return new Keeping(attribute, person, Way.CASE, unit, "", "");
    }

    public String note(boolean english) {
        return english ? noteEn : note;
    }
}
