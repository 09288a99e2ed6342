/** Checking what was given out, and signing what waits. */
@NullMarked
package vn.haidang.document.web;

import org.jspecify.annotations.NullMarked;
