package vn.haidang.organization.internal;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Continuation;
import vn.haidang.organization.Extent;
import vn.haidang.organization.LegalDocument;
import vn.haidang.organization.Succession;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitName;

/** All units with their names, codes and successions as of one revision of the tables; never changes. */
public final class UnitTree {

    /** A code during a span; {@code to} is the first day after it. */
    public record Code(
            UnitId unit,
            String scheme,
            String code,
            LocalDate from,
            @Nullable LocalDate to,
            String source,
            String confidence) {

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

    /** That a unit belongs to a comparable area. */
    record Share(UnitId unit, UnitId area) {}

    /** All that is read. */
    record Rows(
            List<Unit> units,
            List<UnitName> names,
            List<Link> links,
            List<Code> codes,
            List<Succession> steps,
            List<Served> cities,
            List<LegalDocument> documents,
            List<Share> shares,
            List<Marks.Mark> marks) {}

    private static final int DEEPEST = 12;

    private final Map<UnitId, Unit> units;
    private final Map<UnitId, List<UnitName>> names;
    private final Map<UnitId, List<Link>> parents;
    private final Map<UnitId, List<Link>> children;
    private final Map<UnitId, List<Code>> codesByUnit;
    private final Map<String, List<Code>> unitsByCode;
    private final Map<UnitId, List<Succession>> successors;
    private final Map<UnitId, List<Succession>> predecessors;
    private final Map<String, LegalDocument> documents;
    private final Map<UnitId, UnitId> areas;
    private final Map<UnitId, List<Share>> members;
    private final List<Served> cities;
    private final Marks marks;
    private final Comparator<Unit> byName;
    private final List<LocalDate> epochs;

    UnitTree(Rows rows) {
        this.units = rows.units().stream().collect(Collectors.toUnmodifiableMap(Unit::id, Function.identity()));
        this.names = grouped(rows.names(), UnitName::unit);
        this.parents = grouped(rows.links(), Link::unit);
        this.children = grouped(rows.links(), Link::parent);
        this.codesByUnit = grouped(rows.codes(), Code::unit);
        this.unitsByCode = grouped(rows.codes(), code -> key(code.scheme(), code.code()));
        this.successors = grouped(rows.steps(), Succession::from);
        this.predecessors = bySuccessor(rows.steps());
        this.documents = rows.documents().stream()
                .collect(Collectors.toUnmodifiableMap(LegalDocument::key, Function.identity()));
        this.areas = rows.shares().stream().collect(Collectors.toUnmodifiableMap(Share::unit, Share::area));
        this.members = grouped(rows.shares(), Share::area);
        this.cities = rows.cities();
        this.marks = new Marks(rows.marks());
        var order = Collator.getInstance(Locale.of("vi"));
        this.byName = Comparator.comparing(Unit::name, order::compare).thenComparing(Unit::key);
        this.epochs = Stream.concat(
                        cities.stream().map(Served::from), rows.steps().stream().map(Succession::on))
                .distinct()
                .sorted()
                .toList();
    }

    public Optional<Unit> find(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    Collection<Unit> all() {
        return units.values();
    }

    public Marks marks() {
        return marks;
    }

    /** Oldest first; one name where it never changed. */
    public List<UnitName> names(UnitId id) {
        return names.getOrDefault(id, List.of());
    }

    public Optional<LegalDocument> document(String key) {
        return Optional.ofNullable(documents.get(key));
    }

    public List<Unit> comparable(UnitId unit) {
        var area = areas.get(unit);
        return area == null
                ? List.of()
                : members.getOrDefault(area, List.of()).stream()
                        .flatMap(share -> find(share.unit()).stream())
                        .sorted(Comparator.comparing(Unit::validFrom).thenComparing(byName))
                        .toList();
    }

    public Optional<Unit> byCode(String scheme, String code, LocalDate on) {
        return unitsByCode.getOrDefault(key(scheme, code), List.of()).stream()
                .filter(candidate -> candidate.on(on))
                .findFirst()
                .flatMap(found -> find(found.unit()));
    }

    /** Every unit that ever bore a code. */
    List<Code> bearers(String scheme, String code) {
        return unitsByCode.getOrDefault(key(scheme, code), List.of());
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
        for (var link : children.getOrDefault(ancestor, List.of())) {
            if (link.on(on)) {
                find(link.unit()).filter(child -> child.tier() == tier).ifPresent(found::add);
                collect(link.unit(), tier, on, found, depth + 1);
            }
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

    /** The units living on a day that the unit became by established steps: itself while it lives. */
    public List<Continuation> continuedBy(Unit unit, LocalDate on) {
        var found = new LinkedHashMap<UnitId, Continuation>();
        follow(unit, true, on, found);
        return found.values().stream()
                .sorted(Comparator.comparing(Continuation::unit, byName))
                .toList();
    }

    private void follow(Unit unit, boolean whole, LocalDate on, Map<UnitId, Continuation> found) {
        if (unit.livesOn(on)) {
            found.merge(unit.id(), new Continuation(unit, whole), Continuation::and);
            return;
        }
        for (var step : successors(unit.id())) {
            var to = step.to();
            if (to != null && step.extent().established()) {
                find(to).ifPresent(next -> follow(next, whole && step.whole(), on, found));
            }
        }
    }

    public List<Succession> successors(UnitId unit) {
        return successors.getOrDefault(unit, List.of());
    }

    public List<Succession> unestablished() {
        return successors.values().stream()
                .flatMap(List::stream)
                .filter(step -> step.extent() == Extent.UNKNOWN || step.kind().equals(SuccessionImporter.UNESTABLISHED))
                .sorted(Comparator.comparing(Succession::on)
                        .reversed()
                        .thenComparing(step -> find(step.from()).orElseThrow(), byName))
                .toList();
    }

    public List<Succession> predecessors(UnitId unit) {
        return predecessors.getOrDefault(unit, List.of());
    }

    /** The first day known of the city, and every day on which units were followed by others, in order. */
    public List<LocalDate> epochs() {
        return epochs;
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
