package vn.haidang.identity.web.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.staff.StaffRows;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Option;
import vn.haidang.ui.Slice;

/** The list of officials. */
public record OfficialsPage(
        Slice<StaffRows.Official> officials,
        String words,
        String unit,
        List<Option> units,
        LocalDate today,
        boolean done,
        Lines names) {

    /** How units and roles are called here. */
    public interface Lines {
        String unit(UnitId unit);

        String key(UnitId unit);

        String role(Role role);
    }

    public List<StaffRows.Held> present(StaffRows.Official official) {
        return StaffPages.present(official, today);
    }

    public String path() {
        return StaffPages.PATH + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&unit="
                + URLEncoder.encode(unit, StandardCharsets.UTF_8);
    }
}
