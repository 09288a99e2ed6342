/** Official documents: template to PDF, number, file. Owns schema {@code document}. */
@NullMarked
@ApplicationModule(
        displayName = "Documents",
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
            "files",
            "files :: spi",
            "identity",
            "identity :: spi",
            "worktime"
        })
package vn.haidang.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
