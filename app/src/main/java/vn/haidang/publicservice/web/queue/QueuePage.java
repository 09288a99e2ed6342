package vn.haidang.publicservice.web.queue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Tickets;
import vn.haidang.ui.Option;

/**
 * The queue as one desk sees it.
 *
 * @param point null where none is open at the units of the officer
 * @param desk the number of this desk
 * @param called who stands at the desks now
 */
public record QueuePage(
        List<Points.Point> points,
        Points.@Nullable Point point,
        int desk,
        @Nullable UUID me,
        List<Tickets.Ticket> called,
        List<Tickets.Ticket> waiting,
        List<Tickets.Ticket> missed) {

    /** Who stands at this desk. */
    public List<Tickets.Ticket> here() {
        return called.stream().filter(ticket -> ticket.desk() == desk).toList();
    }

    public List<Option> desks() {
        return point == null
                ? List.of()
                : java.util.stream.IntStream.rangeClosed(1, point.desks())
                        .mapToObj(number -> Option.of(Integer.toString(number), Integer.toString(number)))
                        .toList();
    }
}
