/** Officials and the posts they hold, changed by administrators. */
@NullMarked
package vn.haidang.identity.internal.staff;

import org.jspecify.annotations.NullMarked;
