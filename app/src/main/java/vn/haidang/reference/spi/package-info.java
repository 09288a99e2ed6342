/** Where modules say how their tables of reference data are read. */
@NullMarked
@NamedInterface("spi")
package vn.haidang.reference.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
