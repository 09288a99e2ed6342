/** Loading units and reading their tree. */
@NullMarked
package vn.haidang.organization.internal;

import org.jspecify.annotations.NullMarked;
