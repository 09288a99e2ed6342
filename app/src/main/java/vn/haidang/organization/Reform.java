package vn.haidang.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A change of units as an administrator declares it: who begins, who is renamed or stands under another unit, and what becomes of
 * those that end, all on one day and by one paper. A module that keeps something by unit may answer for it as
 * {@code Consequence<Reform>}.
 *
 * @param on first day of the new state; may lie in the past, for papers come late
 * @param steps from each unit that ends; from one that ended on this day already they establish what was not established
 */
public record Reform(
        LocalDate on, Paper paper, List<NewUnit> founded, List<Renaming> renamed, List<Move> moved, List<Step> steps) {

    /**
     * By what it is done.
     *
     * @param symbol number and symbol, empty where not known
     * @param issued the day it was signed, null where not known
     * @param source where it can be read
     */
    public record Paper(
            String symbol,
            String issuer,
            String title,
            @Nullable LocalDate issued,
            String source) {}

    /**
     * A unit that begins.
     *
     * @param key by which reference data and addresses name it
     * @param code its statistical code, empty where it has none yet
     */
    public record NewUnit(
            String key,
            String name,
            String nameEn,
            String kind,
            @Nullable UnitId parent,
            String code) {

        public UnitId id() {
            return UnitId.ofKey(key);
        }
    }

    /** The unit stays the same and is called otherwise. */
    public record Renaming(UnitId unit, String name, String nameEn, String kind) {}

    /** The unit stays the same and stands under another. */
    public record Move(UnitId unit, UnitId parent) {}

    /**
     * What becomes of a unit that ends.
     *
     * @param to null where nothing follows
     */
    public record Step(UnitId from, @Nullable UnitId to, String kind, Extent extent) {}

    public Reform {
        founded = List.copyOf(founded);
        renamed = List.copyOf(renamed);
        moved = List.copyOf(moved);
        steps = List.copyOf(steps);
    }

    /** One unit begins, after none. */
    public static Reform founding(LocalDate on, Paper paper, NewUnit unit) {
        return new Reform(on, paper, List.of(unit), List.of(), List.of(), List.of());
    }

    /** One unit is called otherwise. */
    public static Reform renaming(LocalDate on, Paper paper, Renaming renaming) {
        return new Reform(on, paper, List.of(), List.of(renaming), List.of(), List.of());
    }

    /** Units end and go whole into one. */
    public static Reform merging(LocalDate on, Paper paper, List<UnitId> from, UnitId to, Optional<NewUnit> founded) {
        var steps = from.stream()
                .map(unit -> new Step(unit, to, "merged", Extent.WHOLE))
                .toList();
        return new Reform(on, paper, founded.stream().toList(), List.of(), List.of(), steps);
    }

    /** One unit ends and goes in parts to several. */
    public static Reform splitting(LocalDate on, Paper paper, UnitId from, List<UnitId> to, List<NewUnit> founded) {
        var steps = to.stream()
                .map(unit -> new Step(from, unit, "split", Extent.PART))
                .toList();
        return new Reform(on, paper, founded, List.of(), List.of(), steps);
    }

    /** The units that end, or ended on that day already. */
    public Set<UnitId> from() {
        return steps.stream().map(Step::from).collect(Collectors.toUnmodifiableSet());
    }

    /** Every unit it names. */
    public Set<UnitId> units() {
        var units = new ArrayList<UnitId>();
        founded.forEach(unit -> units.add(unit.id()));
        renamed.forEach(renaming -> units.add(renaming.unit()));
        moved.forEach(move -> units.add(move.unit()));
        steps.forEach(step -> {
            units.add(step.from());
            var to = step.to();
            if (to != null) {
                units.add(to);
            }
        });
        return units.stream().collect(Collectors.toUnmodifiableSet());
    }
}
