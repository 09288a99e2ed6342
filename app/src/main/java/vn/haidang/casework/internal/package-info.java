/** How cases are kept and moved; nothing here is promised to other modules. */
@NullMarked
package vn.haidang.casework.internal;

import org.jspecify.annotations.NullMarked;
