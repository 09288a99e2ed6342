/** Commands of {@code bin/} that set a password. */
@NullMarked
package vn.haidang.identity.internal.verb;

import org.jspecify.annotations.NullMarked;
