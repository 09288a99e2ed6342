/** Pages of waiting: kiosk, board, the queue of a desk, places and appointments. */
@NullMarked
package vn.haidang.publicservice.web.queue;

import org.jspecify.annotations.NullMarked;
