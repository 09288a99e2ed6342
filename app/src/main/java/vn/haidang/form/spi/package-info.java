/** What forms ask of the modules above them. */
@NullMarked
@NamedInterface("spi")
package vn.haidang.form.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
