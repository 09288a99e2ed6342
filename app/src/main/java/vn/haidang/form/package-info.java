/** Form definitions as data, their rendering, validation and drafts: one statement of a rule serves browser and server. Owns schema {@code form}. */
@NullMarked
@ApplicationModule(
        displayName = "Forms",
        allowedDependencies = {
            "ui",
            "ui :: spi",
            "expression",
            "journal",
            "reference",
            "reference :: spi",
            "organization",
            "registry",
            "registry :: spi",
            "files",
            "files :: spi",
            "identity",
            "identity :: spi"
        })
package vn.haidang.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
