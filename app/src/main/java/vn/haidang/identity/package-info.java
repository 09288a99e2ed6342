/** Accounts, posts and roles at a unit for a time, sign-in: who may act, for which unit, on which date. Owns schema {@code identity}. */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {
            "ui",
            "ui :: spi",
            "expression",
            "journal",
            "reference",
            "reference :: spi",
            "organization",
            "worktime"
        })
package vn.haidang.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
