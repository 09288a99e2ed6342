/** Where modules say what they can count about themselves. */
@NullMarked
@NamedInterface("spi")
package vn.haidang.indicator.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
