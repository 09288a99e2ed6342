package vn.haidang.organization.internal;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Succession;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;

/** All units with their codes and successions as of one version of the reference data; never changes. */
public final class UnitTree {

    /** A code during a span; {@code to} is the first day after it. */
    public record Code(
            UnitId unit,
            String scheme,
            String code,
            LocalDate from,
            @Nullable LocalDate to) {

        public boolean on(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** Under which unit a unit stands during a span. */
    record Link(
            UnitId unit,
            UnitId parent,
            LocalDate from,
            @Nullable LocalDate to) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** The city served during a span. */
    record Served(UnitId unit, LocalDate from, @Nullable LocalDate to) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    private static final int DEEPEST = 12;

    private final Map<UnitId, Unit> units;
    private final Map<UnitId, List<Link>> parents;
    private final Map<UnitId, List<Link>> children;
    private final Map<UnitId, List<Code>> codesByUnit;
    private final Map<String, List<Code>> unitsByCode;
    private final Map<UnitId, List<Succession>> successors;
    private final Map<UnitId, List<Succession>> predecessors;
    private final List<Served> cities;
    private final Comparator<Unit> byName;

    UnitTree(List<Unit> units, List<Link> links, List<Code> codes, List<Succession> steps, List<Served> cities) {
        this.units = units.stream().collect(Collectors.toUnmodifiableMap(Unit::id, Function.identity()));
        this.parents = grouped(links, Link::unit);
        this.children = grouped(links, Link::parent);
        this.codesByUnit = grouped(codes, Code::unit);
        this.unitsByCode = grouped(codes, code -> key(code.scheme(), code.code()));
        this.successors = grouped(steps, Succession::from);
        this.predecessors = bySuccessor(steps);
        this.cities = cities;
        var order = Collator.getInstance(Locale.of("vi"));
        this.byName = Comparator.comparing(Unit::name, order::compare).thenComparing(Unit::key);
    }

    public Optional<Unit> find(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    public Optional<Unit> byCode(String scheme, String code, LocalDate on) {
        return unitsByCode.getOrDefault(key(scheme, code), List.of()).stream()
                .filter(candidate -> candidate.on(on))
                .findFirst()
                .flatMap(found -> find(found.unit()));
    }

    public List<Code> codes(UnitId unit) {
        return codesByUnit.getOrDefault(unit, List.of());
    }

    public Optional<Unit> city(LocalDate on) {
        return cities.stream().filter(city -> city.on(on)).findFirst().flatMap(city -> find(city.unit()));
    }

    public List<Unit> children(UnitId parent, LocalDate on) {
        return children.getOrDefault(parent, List.of()).stream()
                .filter(link -> link.on(on))
                .flatMap(link -> find(link.unit()).stream())
                .sorted(byName)
                .toList();
    }

    public List<Unit> below(UnitId ancestor, Tier tier, LocalDate on) {
        var found = new ArrayList<Unit>();
        collect(ancestor, tier, on, found, 0);
        found.sort(byName);
        return List.copyOf(found);
    }

    private void collect(UnitId ancestor, Tier tier, LocalDate on, List<Unit> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (var child : children(ancestor, on)) {
            if (child.tier() == tier) {
                found.add(child);
            }
            collect(child.id(), tier, on, found, depth + 1);
        }
    }

    public List<Unit> path(Unit unit, LocalDate on) {
        var path = new ArrayList<Unit>();
        for (var at = Optional.of(unit); at.isPresent() && path.size() < DEEPEST; at = parent(at.get(), on)) {
            path.add(at.get());
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    private Optional<Unit> parent(Unit unit, LocalDate on) {
        return parents.getOrDefault(unit.id(), List.of()).stream()
                .filter(link -> link.on(on))
                .findFirst()
                .flatMap(link -> find(link.parent()));
    }

    public List<Succession> successors(UnitId unit) {
        return successors.getOrDefault(unit, List.of());
    }

    public List<Succession> predecessors(UnitId unit) {
        return predecessors.getOrDefault(unit, List.of());
    }

    /** The first day known of the city, and every day on which units were followed by others, in order. */
    public List<LocalDate> epochs() {
        var first = cities.stream().map(Served::from);
        var changes = successors.values().stream().flatMap(List::stream).map(Succession::on);
        return Stream.concat(first, changes).distinct().sorted().toList();
    }

    private static String key(String scheme, String code) {
        return scheme + ' ' + code;
    }

    private static Map<UnitId, List<Succession>> bySuccessor(List<Succession> steps) {
        var found = new HashMap<UnitId, List<Succession>>();
        for (var step : steps) {
            var to = step.to();
            if (to != null) {
                found.computeIfAbsent(to, unit -> new ArrayList<>()).add(step);
            }
        }
        return found;
    }

    private static <K, V> Map<K, List<V>> grouped(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.groupingBy(key, Collectors.toUnmodifiableList()));
    }
}
