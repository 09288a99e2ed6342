/** The calendar's tables: reading a snapshot and loading reference data. */
@NullMarked
package vn.haidang.worktime.internal;

import org.jspecify.annotations.NullMarked;
