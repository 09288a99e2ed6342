/** Where other modules take part in the pages. */
@NullMarked
@NamedInterface("spi")
package vn.haidang.ui.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
