/** Kills the product or its database at random moments under load and holds every answer its clients saw against what is there. */
@NullMarked
package vn.haidang.bench.kill;

import org.jspecify.annotations.NullMarked;
