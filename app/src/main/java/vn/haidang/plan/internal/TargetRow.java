package vn.haidang.plan.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A target as a table has it.
 *
 * @param operator its sign
 */
public record TargetRow(
        String document,
        String indicator,
        String tier,
        int year,
        String operator,
        @Nullable BigDecimal value,
        String unit,
        @Nullable Integer universe,
        @Nullable String notComparable,
        @Nullable String notComparableEn,
        @Nullable String note,
        String source,
        String confidence) {

    /** What makes it the same target, whatever it wants. */
    public record Key(String document, String indicator, String tier, int year) {}

    public Key key() {
        return new Key(document, indicator, tier, year);
    }

    /** All it says, for the journal, which keeps a hash of it. */
    String told() {
        var wanted = value == null ? "" : value.stripTrailingZeros().toPlainString();
        return String.join(
                "|", operator, wanted, unit, "" + universe, "" + notComparable, "" + note, source, confidence);
    }
}
