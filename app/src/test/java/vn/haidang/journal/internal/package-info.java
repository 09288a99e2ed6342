/** How the journal is sealed and proven. */
@NullMarked
package vn.haidang.journal.internal;

import org.jspecify.annotations.NullMarked;
