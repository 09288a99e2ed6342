/** Units, tiers, succession and electronic codes through time: the tree on any date; a merged unit still answers for its time. Owns schema {@code organization}. */
@NullMarked
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"ui", "ui :: spi", "journal", "reference", "reference :: spi"})
package vn.haidang.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
