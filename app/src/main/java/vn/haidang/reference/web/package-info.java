/** Pages on which administrators follow what is imported. */
@NullMarked
package vn.haidang.reference.web;

import org.jspecify.annotations.NullMarked;
