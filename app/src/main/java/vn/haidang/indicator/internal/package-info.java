/** How facts are kept, folded, read and compared. */
@NullMarked
package vn.haidang.indicator.internal;

import org.jspecify.annotations.NullMarked;
