/**
 * Working calendar, office hours, legal durations and reporting periods: the one place where a promised day is computed and
 * explained. What is shipped and what administrators declare are two layers; every change is a version, and a deadline replays on
 * its own. A day or year that is not confirmed is named by every result that relies on it.
 * Not established by our sources: rules for recomputing a promised day when a swap is announced later; a promised day
 * therefore keeps the calendar version it was computed with, unless an administrator decides otherwise.
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
