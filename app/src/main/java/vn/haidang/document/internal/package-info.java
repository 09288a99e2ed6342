/** Numbering, merging and rendering. */
@NullMarked
package vn.haidang.document.internal;

import org.jspecify.annotations.NullMarked;
