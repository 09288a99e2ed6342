/** Procedures as tables of steps, cases, work items, clocks and the inbox: one engine for all work. Owns schema {@code casework}. */
@NullMarked
@ApplicationModule(
        displayName = "Casework",
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
            "indicator :: spi"
        })
package vn.haidang.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
