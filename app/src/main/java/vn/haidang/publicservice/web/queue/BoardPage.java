package vn.haidang.publicservice.web.queue;

import java.util.List;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Tickets;

/** The board on the wall: who is called where, and how many wait. */
public record BoardPage(
        Points.Point point, List<Tickets.Ticket> called, List<Tickets.Ticket> waiting, int waitingNow) {}
