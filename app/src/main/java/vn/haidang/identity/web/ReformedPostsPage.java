package vn.haidang.identity.web;

import java.util.List;
import vn.haidang.organization.Unit;

/** Posts at units that end. */
public record ReformedPostsPage(List<Place> places) {

    /** Posts of one title at one unit. */
    public record Place(Unit unit, String title, long posts, long held) {}

    public long posts() {
        return places.stream().mapToLong(Place::posts).sum();
    }
}
