package vn.haidang.publicservice.web.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Tickets;
import vn.haidang.ui.Option;

/**
 * The queue as one desk sees it.
 *
 * @param point null where none is open at the units of the officer
 * @param desk the number of this desk
 * @param here who stands at this desk
 * @param given the number this desk just gave out, 0 for none
 */
public record QueuePage(
        List<Points.Point> points,
        Points.@Nullable Point point,
        int desk,
        List<Tickets.Ticket> here,
        List<Tickets.Ticket> waiting,
        List<Tickets.Ticket> missed,
        int given) {

    public List<Option> desks() {
        return point == null
                ? List.of()
                : java.util.stream.IntStream.rangeClosed(1, point.desks())
                        .mapToObj(number -> Option.of(Integer.toString(number), Integer.toString(number)))
                        .toList();
    }
}
