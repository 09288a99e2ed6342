/** Content-addressed files with hash, type and scan state; opened only through the module that owns the reference. Owns schema {@code files}. */
@NullMarked
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {
            "ui",
            "ui :: spi",
            "expression",
            "journal",
            "reference",
            "reference :: spi",
            "organization",
            "identity",
            "identity :: spi"
        })
package vn.haidang.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
