/** Repository-wide laws, and the ground on which the tests of all modules stand. */
@NullMarked
package vn.haidang;

import org.jspecify.annotations.NullMarked;
