/** The public page of the seals. */
@NullMarked
package vn.haidang.journal.web;

import org.jspecify.annotations.NullMarked;
