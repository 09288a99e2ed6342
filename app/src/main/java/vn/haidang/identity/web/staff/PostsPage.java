package vn.haidang.identity.web.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.haidang.identity.internal.staff.StaffRows;
import vn.haidang.ui.Option;
import vn.haidang.ui.Slice;

/**
 * The posts.
 *
 * @param names how unit and role of each are called, in the order of the posts
 */
public record PostsPage(
        Slice<StaffRows.Seat> seats, boolean vacant, String unit, List<Option> units, List<Words> names) {

    /** How the unit and the role of a post are called. */
    public record Words(String unit, String role) {}

    public String path(boolean onlyVacant) {
        return PostPages.PATH + "?show=" + (onlyVacant ? "vacant" : "all") + "&unit="
                + URLEncoder.encode(unit, StandardCharsets.UTF_8);
    }
}
