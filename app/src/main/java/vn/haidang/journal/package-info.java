/** Acts and reads of personal data, by opaque references; {@code verify} proves that nothing was changed, removed or cut off. Owns schema {@code journal}. */
@NullMarked
@ApplicationModule(
        displayName = "Journal",
        allowedDependencies = {"ui", "ui :: spi"})
package vn.haidang.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
