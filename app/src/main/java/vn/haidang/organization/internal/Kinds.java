package vn.haidang.organization.internal;

import java.util.Set;

/** The kinds of units, by code; their words are messages {@code organization.kind.<code>}. */
final class Kinds {

    static final Set<String> ALL = Set.of(
            "city",
            "province",
            "city-district",
            "rural-district",
            "district-city",
            "district-town",
            "ward",
            "commune",
            "township",
            "special-zone",
            "department",
            "agency",
            "centre",
            "vertical");

    private Kinds() {}
}
