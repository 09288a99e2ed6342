/** Bytes on disk, rows in the database, and what a file really is. */
@NullMarked
package vn.haidang.files.internal;

import org.jspecify.annotations.NullMarked;
