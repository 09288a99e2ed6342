/** Persons, households, addresses and businesses as records with validity, source and owner: the one answer to "do we know this already?" Owns schema {@code registry}. */
@NullMarked
@ApplicationModule(
        displayName = "Registry",
        allowedDependencies = {
            "ui",
            "ui :: spi",
            "expression",
            "journal",
            "reference",
            "reference :: spi",
            "organization",
            "files",
            "files :: spi",
            "identity",
            "identity :: spi"
        })
package vn.haidang.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
