/** Forms as administrators write them: drafts, what is wrong with them, what differs, publishing. */
@NullMarked
package vn.haidang.form.internal.build;

import org.jspecify.annotations.NullMarked;
