package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Series.Break;
import vn.haidang.organization.Succession;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;

/**
 * The days on which a line breaks. As it was, the ground changed where an established step or a move crosses its border: a merger
 * within the ground is none. Pure.
 */
final class Breaks {

    private final Unit unit;
    private final DayRange days;
    private final Map<UnitId, List<BreakRows.Membership>> members = new HashMap<>();

    /** @param days a break on the first of them is none: nothing is before it */
    Breaks(Unit unit, DayRange days, List<BreakRows.Membership> members) {
        this.unit = unit;
        this.days = days;
        members.forEach(member -> this.members
                .computeIfAbsent(member.unit(), key -> new ArrayList<>())
                .add(member));
    }

    /** Where the ground of the time changed. */
    List<Break> ofUnits(
            Function<UnitId, List<Succession>> predecessors,
            Function<UnitId, List<Succession>> successors,
            Function<UnitId, Unit> units) {
        var crossing = new TreeMap<LocalDate, Set<UnitId>>();
        for (var member : members.entrySet()) {
            for (var step : predecessors.apply(member.getKey())) {
                cross(step, crossing);
            }
            for (var step : successors.apply(member.getKey())) {
                cross(step, crossing);
            }
            var known = units.apply(member.getKey());
            for (var span : member.getValue()) {
                move(known, span.from(), crossing);
                if (span.to() != null) {
                    move(known, span.to(), crossing);
                }
            }
        }
        return crossing.entrySet().stream()
                .map(day ->
                        new Break(day.getKey(), Break.Kind.UNITS, day.getValue().size(), 0))
                .toList();
    }

    /** Where the definition changed; {@code versions} oldest first. */
    static List<Break> ofDefinition(List<Indicator> versions, DayRange days) {
        return versions.stream()
                .filter(version -> version.changed().breaks() && within(version.validFrom(), days))
                .map(version -> new Break(
                        version.validFrom(),
                        version.changed() == Indicator.Change.RULE ? Break.Kind.RULE : Break.Kind.DEFINITION,
                        0,
                        version.version()))
                .toList();
    }

    static boolean within(LocalDate day, DayRange days) {
        return day.isAfter(days.first()) && !day.isAfter(days.last());
    }

    static List<Break> sorted(List<Break> breaks) {
        return breaks.stream()
                .distinct()
                .sorted(Comparator.comparing(Break::on).thenComparing(Break::kind))
                .toList();
    }

    private void cross(Succession step, Map<LocalDate, Set<UnitId>> crossing) {
        var to = step.to();
        if (to == null || !step.extent().established() || !counts(step.on())) {
            return;
        }
        if (inside(step.from(), step.on().minusDays(1)) != inside(to, step.on())) {
            crossing.computeIfAbsent(step.on(), day -> new HashSet<>()).add(step.from());
        }
    }

    /** A unit that lives on both sides of a day and is inside on one of them only. */
    private void move(Unit member, LocalDate day, Map<LocalDate, Set<UnitId>> crossing) {
        if (counts(day)
                && member.livesOn(day)
                && member.livesOn(day.minusDays(1))
                && inside(member.id(), day) != inside(member.id(), day.minusDays(1))) {
            crossing.computeIfAbsent(day, key -> new HashSet<>()).add(member.id());
        }
    }

    /** Where the unit itself begins or ends there is nothing to compare. */
    private boolean counts(LocalDate day) {
        return within(day, days) && unit.livesOn(day) && unit.livesOn(day.minusDays(1));
    }

    private boolean inside(UnitId member, LocalDate day) {
        return members.getOrDefault(member, List.of()).stream().anyMatch(span -> holds(span.from(), span.to(), day));
    }

    private static boolean holds(LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
