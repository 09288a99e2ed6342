package vn.haidang.casework.internal;

import java.util.Locale;
import java.util.Optional;
import vn.haidang.organization.UnitId;

/** Whose work a step is: of one of the case's units, or of one that the table names; of all there, or of its head. */
public sealed interface UnitRule {

    UnitRule COMPETENT = Own.COMPETENT;
    UnitRule RECEIVING = Own.RECEIVING;

    /** What stands before the unit whose head does the step. */
    String HEAD_OF = "head-of-";

    /** A unit, whoever works there. */
    sealed interface Place extends UnitRule {

        private static Place of(String code) {
            for (Own own : Own.values()) {
                if (own.code().equals(code)) {
                    return own;
                }
            }
            return new Named(code);
        }

        UnitId unit(UnitId competent, UnitId receiving);
    }

    /** One of the case's units. */
    enum Own implements Place {
        COMPETENT,
        RECEIVING;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public UnitId unit(UnitId competent, UnitId receiving) {
            return switch (this) {
                case COMPETENT -> competent;
                case RECEIVING -> receiving;
            };
        }
    }

    /**
     * The unit of a key, or whatever it became by the day on which a case reaches the step.
     *
     * @param key as in the table of units
     */
    record Named(String key) implements Place {

        @Override
        public String code() {
            return key;
        }

        @Override
        public UnitId unit(UnitId competent, UnitId receiving) {
            return UnitId.ofKey(key);
        }
    }

    /** The head post of a unit; the role is not said in the table. */
    record HeadOf(Place place) implements UnitRule {

        @Override
        public String code() {
            return HEAD_OF + place.code();
        }
    }

    /** {@code competent}, {@code receiving} or the key of a unit, each alone or behind {@code head-of-}. */
    static UnitRule of(String code) {
        return code.startsWith(HEAD_OF) ? new HeadOf(Place.of(code.substring(HEAD_OF.length()))) : Place.of(code);
    }

    /** As it stands in the table. */
    String code();

    default Place place() {
        return switch (this) {
            case Place place -> place;
            case HeadOf head -> head.place();
        };
    }

    default boolean ofHead() {
        return this instanceof HeadOf;
    }

    /** The key of the unit that the table names. */
    default Optional<String> named() {
        return place() instanceof Named named ? Optional.of(named.key()) : Optional.empty();
    }
}
