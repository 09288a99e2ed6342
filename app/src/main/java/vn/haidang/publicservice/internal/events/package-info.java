/** Life events: what belongs together, one declaration for it, and the dossiers of others that it follows. */
@NullMarked
package vn.haidang.publicservice.internal.events;

import org.jspecify.annotations.NullMarked;
