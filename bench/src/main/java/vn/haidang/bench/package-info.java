/** Programs that measure: each beside a peer or a limit, in one run, with durability on. */
@NullMarked
package vn.haidang.bench;

import org.jspecify.annotations.NullMarked;
