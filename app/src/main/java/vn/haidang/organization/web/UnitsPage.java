package vn.haidang.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Continuation;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitHit;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PlaceMap;
import vn.haidang.ui.Screen;

/**
 * The tree on a day, or what a search found.
 *
 * @param typed the day as typed, shown again when it cannot be read
 * @param query what was searched, empty for the tree
 * @param step number of the epoch of the day, from 1
 * @param city the root
 * @param kinds how many units of each kind there are below districts, largest tier first
 * @param agencies what belongs to the city itself
 * @param groups the local units: below a district while there were districts, else below the city
 * @param show what the colours of the map mean: {@link #KIND} or {@link #DENSITY}
 * @param map draws the local units, in the words of the reader
 * @param local how many local units there are
 */
public record UnitsPage(
        LocalDate on,
        LocalDate today,
        String typed,
        String query,
        List<FieldError> errors,
        int step,
        List<Epoch> epochs,
        Unit city,
        List<Count> kinds,
        List<Unit> agencies,
        List<Group> groups,
        String show,
        Function<Screen, PlaceMap> map,
        int local,
        List<Found> found) {

    static final String KIND = "kind";
    static final String DENSITY = "density";

    /** A span between two changes, with how many units there were. */
    public record Epoch(LocalDate from, int districts, int communes) {}

    /** How many units of a kind. */
    public record Count(String kind, int units) {}

    /** Units below one unit. */
    public record Group(Unit head, List<Unit> units) {}

    /**
     * A unit that was found.
     *
     * @param path the units above it, from the root
     * @param lastDay null while it lives
     * @param now what it became, where that is established
     */
    public record Found(
            UnitHit hit, List<Unit> path, @Nullable LocalDate lastDay, List<Continuation> now) {}
}
