/** Reads tables of reference data, refuses per row and cell, loads idempotently: nothing half-imported. Owns schema {@code reference}. */
@NullMarked
@ApplicationModule(
        displayName = "Reference data",
        allowedDependencies = {"ui", "ui :: spi", "journal"})
package vn.haidang.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
