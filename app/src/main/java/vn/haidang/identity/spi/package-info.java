/** What identity asks of the modules above it. */
@NullMarked
@NamedInterface("spi")
package vn.haidang.identity.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
