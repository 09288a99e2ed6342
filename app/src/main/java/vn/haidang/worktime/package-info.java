/**
 * Working calendar, office hours and legal durations: the one place where a promised day is computed and explained.
 * Not established by our sources: rules for recomputing a promised day when a swap is announced later; a promised day
 * therefore keeps the calendar version it was computed with.
 * Owns schema {@code worktime}.
 */
@ApplicationModule(
        displayName = "Working time",
        allowedDependencies = {
            "ui",
            "ui :: spi",
            "expression",
            "journal",
            "reference",
            "reference :: spi",
            "organization"
        })
@NullMarked
package vn.haidang.worktime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
