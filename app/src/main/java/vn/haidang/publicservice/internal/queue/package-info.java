/** Waiting at a place: numbers, kiosks, appointments, and how long it took. */
@NullMarked
package vn.haidang.publicservice.internal.queue;

import org.jspecify.annotations.NullMarked;
