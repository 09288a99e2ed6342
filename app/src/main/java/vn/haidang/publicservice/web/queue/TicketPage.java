package vn.haidang.publicservice.web.queue;

import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Tickets;

/** The number somebody just got. */
public record TicketPage(Points.Point point, Tickets.Place place) {}
