package vn.haidang.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days for which a row holds.
 *
 * @param from the first of them
 * @param to the first day after them, null while no end is known
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {}
