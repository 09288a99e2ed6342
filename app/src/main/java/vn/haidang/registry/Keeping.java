package vn.haidang.registry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.UnitId;

/**
 * Who keeps one attribute of a person, and how it is put right.
 *
 * @param person whose record it is
 * @param unit whoever keeps it today: the unit recorded, or the one that unit went into whole; null where no unit of the city is
 *     known to
 * @param former the unit recorded, where it is gone; where {@code unit} is null then, what became of it is divided or not established
 * @param note what to tell the person, empty for nothing
 */
public record Keeping(
        String attribute,
        PersonId person,
        Way way,
        @Nullable UnitId unit,
        @Nullable UnitId former,
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
        return new Keeping(attribute, person, Way.CASE, unit, former, "", "");
    }

    /**
     * Whether saying this where a form asks for it puts nothing right: the commune recorded is gone, and this is what it became, or what
     * it became is not established.
     */
    public boolean follows(String value) {
        return attribute.equals("person.residence")
                && former != null
                && (unit == null || unit.value().toString().equals(value));
    }

    /** Who is asked to decide: whoever keeps it; else where it was kept, so that a person says who takes it over; null for neither. */
    public @Nullable UnitId decides() {
        return unit == null ? former : unit;
    }

    public String note(boolean english) {
        return english ? noteEn : note;
    }
}
