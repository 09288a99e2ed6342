/** Tests of what forms draw. */
@NullMarked
package vn.haidang.form.web;

import org.jspecify.annotations.NullMarked;
