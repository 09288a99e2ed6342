package vn.haidang.indicator.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The next version of an indicator, as its row stands. */
public record NewVersion(
        String code,
        int version,
        String name,
        String nameEn,
        String meaning,
        String meaningEn,
        String combine,
        @Nullable String measure,
        String parts,
        @Nullable String formula,
        String unit,
        int digits,
        String better,
        String changed,
        String ofNothing,
        LocalDate validFrom,
        String source,
        String confidence) {}
