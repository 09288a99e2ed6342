/** Reading, ordering and recording tables of reference data. */
@NullMarked
package vn.haidang.reference.internal;

import org.jspecify.annotations.NullMarked;
