/** Tests of reading definitions and sent pages. */
@NullMarked
package vn.haidang.form.internal;

import org.jspecify.annotations.NullMarked;
