/** The records of people and what of them a reader may know. */
@NullMarked
package vn.haidang.registry.internal;

import org.jspecify.annotations.NullMarked;
