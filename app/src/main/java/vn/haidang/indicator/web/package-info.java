/** The pages of figures. */
@NullMarked
package vn.haidang.indicator.web;

import org.jspecify.annotations.NullMarked;
