package vn.haidang.organization.internal.lists;

import org.jspecify.annotations.Nullable;

/**
 * A unit as a published list has it on its day.
 *
 * @param kind code of its kind
 * @param parent code of the unit above, null at the top
 * @param point latitude and longitude, empty where the list has none
 * @param measure area and population, empty where the list has none
 */
record Listed(
        String code, String name, String kind, @Nullable String parent, Point point, Measure measure) {

    /** In degrees, as written. */
    record Point(String latitude, String longitude) {
        static final Point NONE = new Point("", "");
    }

    /** As written. */
    record Measure(String areaKm2, String population) {
        static final Measure NONE = new Measure("", "");
    }

    /** The rule for lists of codes: same code, kind and name is the same unit. */
    boolean sameAs(Listed other) {
        return code.equals(other.code)
                && kind.equals(other.kind)
                && TonePlaces.even(name).equals(TonePlaces.even(other.name));
    }
}
