package vn.haidang.publicservice.web.queue;

import java.util.List;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.ui.FieldError;

/** Where the code of a new device is typed. */
public record PairPage(Points.Point point, List<FieldError> errors) {}
