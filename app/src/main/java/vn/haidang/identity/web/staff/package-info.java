/** The pages on which administrators appoint, dismiss and import officials. */
@NullMarked
package vn.haidang.identity.web.staff;

import org.jspecify.annotations.NullMarked;
