package vn.haidang.publicservice.web.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.internal.queue.Points;

/**
 * The places that take appointments.
 *
 * @param service for which one comes; null where none was chosen yet
 */
public record PlacesPage(
        List<Points.Point> points, @Nullable Service service) {

    public String path(Points.Point point) {
        return "/appointments/" + point.slug() + (service == null ? "" : "?service=" + service.code());
    }
}
