package vn.haidang.publicservice.web.queue;

import java.util.List;
import vn.haidang.publicservice.internal.queue.Points;

/** The places that take appointments. */
public record PlacesPage(List<Points.Point> points) {}
