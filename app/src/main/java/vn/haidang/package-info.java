/** The application itself: process, database and clock. Its direct sub-packages are the modules. */
@NullMarked
package vn.haidang;

import org.jspecify.annotations.NullMarked;
