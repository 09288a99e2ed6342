/** Plan documents, targets and their status, measured from the work; several documents may set different targets for one indicator. Owns schema {@code plan}. */
@NullMarked
@ApplicationModule(
        displayName = "Plan",
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
            "casework",
            "casework :: spi",
            "document",
            "notification",
            "identity",
            "identity :: spi",
            "worktime"
        })
package vn.haidang.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
