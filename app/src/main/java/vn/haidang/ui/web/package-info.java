/** The pages that belong to no other module: front page, my page, language, errors. */
@NullMarked
package vn.haidang.ui.web;

import org.jspecify.annotations.NullMarked;
