/** Reading definitions, checking answers, keeping drafts. */
@NullMarked
package vn.haidang.form.internal;

import org.jspecify.annotations.NullMarked;
