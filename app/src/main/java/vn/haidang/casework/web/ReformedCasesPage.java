package vn.haidang.casework.web;

import java.util.List;
import vn.haidang.organization.Unit;

/** Open cases with units that end. */
public record ReformedCasesPage(List<Place> places) {

    /** @param paused how many of the cases wait for their applicant */
    public record Place(Unit unit, long cases, long paused) {}

    public long cases() {
        return places.stream().mapToLong(Place::cases).sum();
    }
}
