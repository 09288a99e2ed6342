/** The tree of units for everybody to look at. */
@NullMarked
package vn.haidang.organization.web;

import org.jspecify.annotations.NullMarked;
