package vn.haidang.organization.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One share of a divided unit as it is typed or read from a table.
 *
 * @param share in per cent
 */
public record WeightLine(String from, String to, String share, String basis, String source) {

    /** As a part of one; null where it is no per cent, has more than four decimals or is out of range. */
    @Nullable BigDecimal part() {
        try {
            var percent = new BigDecimal(share.replace(',', '.'));
            return percent.scale() <= 4 && percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0
                    ? percent.movePointLeft(2)
                    : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    static String percent(BigDecimal part) {
        return part.movePointRight(2).stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
