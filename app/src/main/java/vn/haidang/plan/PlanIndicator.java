package vn.haidang.plan;

import org.jspecify.annotations.Nullable;
import vn.haidang.indicator.MeasureCode;

/**
 * What targets are set for.
 *
 * @param unit code of its unit, for example {@code percent} or {@code rank}
 * @param measure what counts it from the work, null where only others publish it
 */
public record PlanIndicator(
        String key,
        String name,
        String nameEn,
        String unit,
        @Nullable MeasureCode measure,
        @Nullable String note,
        String source,
        Confidence confidence) {

    public String name(boolean english) {
        return english ? nameEn : name;
    }
}
