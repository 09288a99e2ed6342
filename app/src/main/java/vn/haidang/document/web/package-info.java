/** Checking what was given out, signing what waits, and the texts documents are made of. */
@NullMarked
package vn.haidang.document.web;

import org.jspecify.annotations.NullMarked;
