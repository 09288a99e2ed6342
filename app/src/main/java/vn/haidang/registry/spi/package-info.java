/** What the registry asks of the modules above it. */
@NullMarked
@NamedInterface("spi")
package vn.haidang.registry.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
