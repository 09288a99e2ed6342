/** How entries are written, sealed and proven. */
@NullMarked
package vn.haidang.journal.internal;

import org.jspecify.annotations.NullMarked;
