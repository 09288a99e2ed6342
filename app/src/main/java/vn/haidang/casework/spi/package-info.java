/** Where modules take part in a case. */
@NullMarked
@NamedInterface("spi")
package vn.haidang.casework.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
