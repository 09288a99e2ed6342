/** How pages are drawn, guarded and fail. */
@NullMarked
package vn.haidang.ui.internal;

import org.jspecify.annotations.NullMarked;
