/** SQL, importers, listeners and the step handler of public services. */
@NullMarked
package vn.haidang.publicservice.internal;

import org.jspecify.annotations.NullMarked;
