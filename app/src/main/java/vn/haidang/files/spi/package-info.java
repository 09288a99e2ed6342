/** What files asks of the modules above it. */
@NullMarked
@NamedInterface("spi")
package vn.haidang.files.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
