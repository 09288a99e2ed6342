/** What the journal promises. */
@NullMarked
package vn.haidang.journal;

import org.jspecify.annotations.NullMarked;
