/** What is asked although it is known, what is corrected, and papers that are used again. */
@NullMarked
package vn.haidang.publicservice.internal.once;

import org.jspecify.annotations.NullMarked;
