package vn.haidang.publicservice.web.own;

import java.time.Instant;
import java.util.List;
import vn.haidang.publicservice.internal.own.DataRequestRows.DataRequest;
import vn.haidang.ui.FieldError;

/**
 * Putting an answer off.
 *
 * @param furthest first moment that would be too late
 */
public record ExtendPage(DataRequest request, Instant furthest, String why, List<FieldError> errors) {}
