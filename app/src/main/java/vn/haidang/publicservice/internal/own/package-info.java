/** Rights over one's own data: requests with their clocks, consents, who read what, and a copy of everything. */
@NullMarked
package vn.haidang.publicservice.internal.own;

import org.jspecify.annotations.NullMarked;
