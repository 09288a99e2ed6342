package vn.haidang.organization.web;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.organization.Unit;
import vn.haidang.ui.FieldError;

/**
 * The tree on a day.
 *
 * @param typed the day as typed, shown again when it cannot be read
 * @param city the root
 * @param agencies what belongs to the city itself
 * @param groups the local units: below a district while there were districts, else below the city
 */
public record UnitsPage(
        LocalDate on,
        LocalDate today,
        String typed,
        List<FieldError> errors,
        List<LocalDate> epochs,
        Unit city,
        List<Unit> agencies,
        List<Group> groups) {

    /** Units below one unit. */
    public record Group(Unit head, List<Unit> units) {}
}
