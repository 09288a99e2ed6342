package vn.haidang.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitHit;
import vn.haidang.organization.UnitMaps;
import vn.haidang.organization.Units;
import vn.haidang.organization.internal.UnitRecords;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PlaceMap;
import vn.haidang.ui.Screen;

/** Puts the page of all units together. */
@Component
class UnitsPages {

    private static final int MOST_FOUND = 30;
    private static final int COLOURS = 6;

    private final Units units;
    private final UnitMaps maps;
    private final UnitRecords records;
    private final Clock clock;

    UnitsPages(Units units, UnitMaps maps, UnitRecords records, Clock clock) {
        this.units = units;
        this.maps = maps;
        this.records = records;
        this.clock = clock;
    }

    UnitsPage page(LocalDate day, String typed, String query, String show, List<FieldError> errors) {
        var city = units.city(day);
        var agencies = children(city, day).stream()
                .filter(unit -> unit.tier() == Tier.CITY)
                .toList();
        var groups = groups(city, day);
        var local = groups.stream().flatMap(group -> group.units().stream()).toList();
        var kinds = kinds(groups, city);
        return new UnitsPage(
                day,
                LocalDate.now(clock),
                typed,
                query,
                errors,
                step(day),
                epochs(),
                units.named(city.id(), day),
                kinds,
                agencies,
                groups,
                show,
                show.equals(UnitsPage.DENSITY) ? density(local, day) : map(local, kinds, day),
                local.size(),
                query.isEmpty() ? List.of() : found(query, day));
    }

    private int step(LocalDate day) {
        return (int) units.epochs().stream().filter(from -> !from.isAfter(day)).count();
    }

    private List<UnitsPage.Epoch> epochs() {
        return units.epochs().stream()
                .map(from -> new UnitsPage.Epoch(
                        from,
                        units.ofTier(Tier.DISTRICT, from).size(),
                        units.ofTier(Tier.COMMUNE, from).size()))
                .toList();
    }

    private List<Unit> children(Unit parent, LocalDate day) {
        return units.children(parent.id(), day).stream()
                .map(unit -> units.named(unit.id(), day))
                .toList();
    }

    private List<UnitsPage.Group> groups(Unit city, LocalDate day) {
        var groups = new ArrayList<UnitsPage.Group>();
        var direct = new ArrayList<Unit>();
        for (var unit : children(city, day)) {
            switch (unit.tier()) {
                case CITY -> {}
                case DISTRICT -> groups.add(new UnitsPage.Group(unit, children(unit, day)));
                case COMMUNE -> direct.add(unit);
            }
        }
        if (!direct.isEmpty()) {
            groups.add(new UnitsPage.Group(city, direct));
        }
        return List.copyOf(groups);
    }

    private static List<UnitsPage.Count> kinds(List<UnitsPage.Group> groups, Unit city) {
        var heads = groups.stream()
                .map(UnitsPage.Group::head)
                .filter(head -> !head.id().equals(city.id()))
                .toList();
        var local = groups.stream().flatMap(group -> group.units().stream()).toList();
        return Stream.concat(counts(heads), counts(local)).toList();
    }

    /** The most frequent kind first. */
    private static Stream<UnitsPage.Count> counts(List<Unit> units) {
        return units.stream()
                .collect(Collectors.groupingBy(Unit::kind, TreeMap::new, Collectors.summingInt(unit -> 1)))
                .entrySet()
                .stream()
                .map(count -> new UnitsPage.Count(count.getKey(), count.getValue()))
                .sorted(Comparator.comparing(UnitsPage.Count::units).reversed());
    }

    private Function<Screen, PlaceMap> map(List<Unit> local, List<UnitsPage.Count> kinds, LocalDate day) {
        var present = kinds.stream()
                .map(UnitsPage.Count::kind)
                .filter(kind -> local.stream().anyMatch(unit -> unit.kind().equals(kind)))
                .toList();
        return screen -> maps.draw(
                screen.say("organization.units.map", screen.shortDay(day)),
                local,
                unit -> new UnitMaps.Look(
                        screen.english() ? unit.nameEn() : unit.name(),
                        "/units/" + unit.key(),
                        colour(present, unit.kind())),
                present.stream()
                        .map(kind -> new PlaceMap.Shade(colour(present, kind), screen.say("organization.kind." + kind)))
                        .toList());
    }

    /** People per square kilometre where both are known, in five classes of about as many units each. */
    private Function<Screen, PlaceMap> density(List<Unit> local, LocalDate day) {
        var densities = records.densities(local.stream().map(Unit::id).toList());
        var classes = DensityClasses.of(densities.values());
        return screen -> maps.draw(
                screen.say("organization.units.map", screen.shortDay(day)),
                local,
                unit -> {
                    var density = densities.get(unit.id());
                    var name = screen.english() ? unit.nameEn() : unit.name();
                    return density == null
                            ? new UnitMaps.Look(name, "/units/" + unit.key(), "none")
                            : new UnitMaps.Look(
                                    screen.say("organization.units.density-of", name, screen.number(density)),
                                    "/units/" + unit.key(),
                                    classes.colour(density));
                },
                classes.legend(screen));
    }

    private static String colour(List<String> present, String kind) {
        return "kind-" + (present.indexOf(kind) % COLOURS + 1);
    }

    private List<UnitsPage.Found> found(String query, LocalDate day) {
        return units.search(query, day, MOST_FOUND).stream().map(this::found).toList();
    }

    private UnitsPage.Found found(UnitHit hit) {
        var today = LocalDate.now(clock);
        var unit = hit.unit();
        var end = unit.validTo();
        var lastDay = end == null || end.isAfter(today) ? null : end.minusDays(1);
        var path = units.path(unit.id(), lastDay == null ? today : lastDay);
        var above = path.subList(0, Math.max(0, path.size() - 1));
        return new UnitsPage.Found(
                hit, above, lastDay, lastDay == null ? List.of() : units.continuedBy(unit.id(), today));
    }
}
