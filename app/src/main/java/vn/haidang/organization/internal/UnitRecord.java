package vn.haidang.organization.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is known of a unit besides its place in the tree, and from where. */
public record UnitRecord(
        @Nullable BigDecimal areaKm2, @Nullable Long population, String source, String confidence) {}
