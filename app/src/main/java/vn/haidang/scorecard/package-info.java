/** Score sheets as versioned data, the points measured from the work, and what cannot be known said as such. Owns schema {@code scorecard}. */
@NullMarked
@ApplicationModule(
        displayName = "Scorecard",
        allowedDependencies = {
            "ui",
            "ui :: spi",
            "expression",
            "journal",
            "reference",
            "reference :: spi",
            "organization",
            "indicator",
            "indicator :: spi",
            "identity",
            "identity :: spi",
            "worktime"
        })
package vn.haidang.scorecard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
