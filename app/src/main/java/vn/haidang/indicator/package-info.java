/** Catalogue, facts, cells and roll-up of measures: exact at commit; recomputing from the records gives the same. Owns schema {@code indicator}. */
@NullMarked
@ApplicationModule(
        displayName = "Indicator",
        allowedDependencies = {
            "ui",
            "ui :: spi",
            "expression",
            "journal",
            "reference",
            "reference :: spi",
            "organization",
            "worktime",
            "identity",
            "identity :: spi"
        })
package vn.haidang.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
