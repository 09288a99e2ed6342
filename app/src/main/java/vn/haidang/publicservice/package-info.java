/** Catalogue, search, applications, desk reception, results and ratings: from search to result on a phone; exactly-once submission. Owns schema {@code publicservice}. */
@NullMarked
@ApplicationModule(
        displayName = "Public services",
        allowedDependencies = {
            "ui",
            "ui :: spi",
            "expression",
            "journal",
            "reference",
            "reference :: spi",
            "organization",
            "casework",
            "casework :: spi",
            "form",
            "form :: spi",
            "document",
            "registry",
            "registry :: spi",
            "indicator",
            "indicator :: spi",
            "notification",
            "files",
            "files :: spi",
            "identity",
            "identity :: spi",
            "worktime"
        })
package vn.haidang.publicservice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
