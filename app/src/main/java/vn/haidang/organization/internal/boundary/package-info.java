/** Boundaries of units: read as a stream, made coarse enough for a page. */
@NullMarked
package vn.haidang.organization.internal.boundary;

import org.jspecify.annotations.NullMarked;
