package vn.haidang.organization.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a unit besides its place in the tree, and from where.
 *
 * @param older whether it is older than its first day, which is only where the data begin
 */
public record UnitRecord(
        @Nullable BigDecimal areaKm2, @Nullable Long population, boolean older, String source, String confidence) {}
