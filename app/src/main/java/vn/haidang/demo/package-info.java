/**
 * A small city to try things in: made-up people, a history of cases, a few open ones. It uses the doors of the other modules only, and
 * no module depends on it. Owns schema {@code demo}, which holds nothing but how far the loading got.
 */
@NullMarked
@ApplicationModule(
        displayName = "Demo city",
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
            "identity :: spi",
            "files",
            "files :: spi",
            "notification",
            "indicator",
            "indicator :: spi",
            "registry",
            "registry :: spi",
            "casework",
            "casework :: spi",
            "document",
            "form",
            "form :: spi",
            "publicservice",
            "plan",
            "scorecard"
        })
package vn.haidang.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
