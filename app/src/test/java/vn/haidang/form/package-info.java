/** Tests of forms and drafts. */
@NullMarked
package vn.haidang.form;

import org.jspecify.annotations.NullMarked;
