/** Where administrators write forms. */
@NullMarked
package vn.haidang.form.web.build;

import org.jspecify.annotations.NullMarked;
