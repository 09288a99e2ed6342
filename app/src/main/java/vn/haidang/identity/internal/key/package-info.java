/** Keys of programs that act for an account: each for one door and some actions, for a time. */
@NullMarked
package vn.haidang.identity.internal.key;

import org.jspecify.annotations.NullMarked;
