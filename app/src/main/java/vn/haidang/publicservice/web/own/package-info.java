/** The pages on which people see and use their rights over their own data. */
@NullMarked
package vn.haidang.publicservice.web.own;

import org.jspecify.annotations.NullMarked;
