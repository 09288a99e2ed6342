package vn.haidang.identity.web.staff;

import java.time.LocalDate;
import vn.haidang.identity.internal.second.SecondFactors;
import vn.haidang.identity.internal.staff.StaffRows;

/**
 * One official.
 *
 * @param password given just now and shown this once, else empty
 */
public record OfficialPage(
        StaffRows.Official official,
        SecondFactors.Held factors,
        LocalDate today,
        String password,
        OfficialsPage.Lines names) {

    public boolean ended(StaffRows.Held held) {
        return StaffPages.ended(held.until(), today);
    }
}
