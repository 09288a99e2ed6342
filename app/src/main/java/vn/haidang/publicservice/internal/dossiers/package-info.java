/** Dossiers as figures: what each adds, to which unit, on which day. */
@NullMarked
package vn.haidang.publicservice.internal.dossiers;

import org.jspecify.annotations.NullMarked;
