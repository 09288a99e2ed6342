package vn.haidang.publicservice.web.queue;

import java.util.List;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/** The places of the units one heads, and a form for a new one. */
public record PointsPage(List<Points.Point> points, List<Option> units, PointForm form, List<FieldError> errors) {}
