package vn.haidang.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan, resolution or programme that sets targets.
 *
 * @param number null where it is not established
 * @param issuedOn null where it is not established
 */
public record PlanDocument(
        String key,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        String title,
        String titleEn,
        String issuer,
        @Nullable String note,
        String source,
        Confidence confidence) {

    /** What people call it: its number, else its title. */
    public String shortName(boolean english) {
        return number != null ? number : english ? titleEn : title;
    }
}
