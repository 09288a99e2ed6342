/** How messages are kept and carried. */
@NullMarked
package vn.haidang.notification.internal;

import org.jspecify.annotations.NullMarked;
