package vn.haidang.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That one unit followed another on a day.
 *
 * @param to null where the unit was abolished or its successor is not established
 * @param whole whether all of it went there; a part is never divided without a declared weight
 */
public record Succession(UnitId from, @Nullable UnitId to, LocalDate on, String kind, boolean whole) {}
