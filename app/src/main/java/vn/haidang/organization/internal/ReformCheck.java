package vn.haidang.organization.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Extent;
import vn.haidang.organization.Reform;
import vn.haidang.organization.Succession;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Weighting;
import vn.haidang.ui.FieldError;

/** What speaks against a change of units, by the tree as it stands. */
public final class ReformCheck {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{2,79}");
    private static final Set<String> BASES = Set.of("population", "area", "households", "other");

    private final UnitTree tree;
    private final Reform reform;
    private final LocalDate on;
    private final Set<UnitId> ending;
    private final Set<UnitId> beginning;
    private final List<FieldError> objections = new ArrayList<>();

    public ReformCheck(UnitTree tree, Reform reform) {
        this.tree = tree;
        this.reform = reform;
        this.on = reform.on();
        this.ending = reform.from();
        this.beginning = reform.founded().stream().map(Reform.NewUnit::id).collect(Collectors.toSet());
    }

    public List<FieldError> objections() {
        if (tree.epochs().isEmpty() || on.isBefore(tree.epochs().getFirst())) {
            object("on", "organization.reform.before-all");
        }
        require("paper", reform.paper().title());
        require("source", reform.paper().source());
        var seen = new HashSet<String>();
        reform.founded().forEach(unit -> {
            if (!seen.add(unit.key())) {
                object("founded", "organization.reform.key-twice", unit.key());
            }
            founded(unit);
        });
        reform.renamed().forEach(this::renamed);
        reform.moved().forEach(this::moved);
        reform.steps().forEach(this::step);
        ending.forEach(this::ends);
        if (reform.units().isEmpty()) {
            object("steps", "organization.reform.nothing");
        }
        return List.copyOf(objections);
    }

    private void founded(Reform.NewUnit unit) {
        require("name", unit.name());
        require("name-en", unit.nameEn());
        if (!KEY.matcher(unit.key()).matches()) {
            object("key", "organization.reform.bad-key", unit.key());
        } else if (tree.find(unit.id()).isPresent()) {
            object("key", "organization.reform.key-known", unit.key());
        }
        kind(unit.kind());
        var parent = unit.parent();
        if (parent != null && !livesAfter(parent)) {
            object("parent", "organization.reform.parent-not-living");
        }
        code(unit.code());
    }

    private void code(String code) {
        if (code.isEmpty()) {
            return;
        }
        tree.bearers("gso", code).stream()
                .filter(bearer -> bearer.to() == null || bearer.to().isAfter(on))
                .filter(bearer -> !ending.contains(bearer.unit()))
                .findFirst()
                .ifPresent(bearer -> object("code", "organization.reform.code-taken", code, name(bearer.unit())));
    }

    private void renamed(Reform.Renaming renaming) {
        require("name", renaming.name());
        require("name-en", renaming.nameEn());
        kind(renaming.kind());
        if (!livesOn(renaming.unit())) {
            object("unit", "organization.reform.not-living", name(renaming.unit()));
            return;
        }
        var names = tree.names(renaming.unit());
        if (names.getLast().from().isAfter(on)) {
            object("on", "organization.reform.later-change", name(renaming.unit()));
        } else if (names.getLast().name().equals(renaming.name())
                && names.getLast().nameEn().equals(renaming.nameEn())
                && names.getLast().kind().equals(renaming.kind())) {
            object("name", "organization.reform.same-name");
        }
    }

    private void moved(Reform.Move move) {
        if (!livesOn(move.unit())) {
            object("unit", "organization.reform.not-living", name(move.unit()));
        } else if (!livesAfter(move.parent())) {
            object("parent", "organization.reform.parent-not-living");
        } else if (tree.find(move.parent()).stream()
                .flatMap(parent -> tree.path(parent, on).stream())
                .anyMatch(above -> above.id().equals(move.unit()))) {
            object("parent", "organization.reform.circle");
        }
    }

    private void step(Reform.Step step) {
        var to = step.to();
        if ((to == null) != (step.extent() == Extent.NONE)) {
            object("steps", "organization.reform.extent");
        }
        if (to != null && (to.equals(step.from()) || !livesAfter(to))) {
            object("to", "organization.reform.successor-not-living", name(to));
        }
    }

    /** Each unit that ends, with all that is said of it. */
    private void ends(UnitId id) {
        var unit = tree.find(id);
        if (unit.isEmpty()) {
            object("steps", "organization.reform.unknown-unit");
            return;
        }
        var end = unit.get().validTo();
        if (!unit.get().livesOn(on.minusDays(1)) || (end != null && !end.equals(on))) {
            object("steps", "organization.reform.not-living", unit.get().name());
            return;
        }
        if (end != null && tree.successors(id).stream().anyMatch(this::established)) {
            object("steps", "organization.reform.established", unit.get().name());
        }
        var steps =
                reform.steps().stream().filter(step -> step.from().equals(id)).toList();
        if (steps.size() > 1 && steps.stream().anyMatch(step -> step.extent() != Extent.PART)
                || steps.size()
                        != steps.stream().map(Reform.Step::to).distinct().count()) {
            object("steps", "organization.reform.whole-and-more", unit.get().name());
        }
        if (end == null) {
            lives(unit.get());
        }
    }

    private void lives(Unit unit) {
        if (tree.city(on).filter(unit::equals).isPresent()) {
            object("steps", "organization.reform.city", unit.name());
        }
        tree.children(unit.id(), on).stream()
                .filter(Predicate.not(child -> ending.contains(child.id()) || movedElsewhere(child.id())))
                .findFirst()
                .ifPresent(child -> object("steps", "organization.reform.leaves-behind", unit.name(), child.name()));
        var later = Stream.concat(
                tree.names(unit.id()).stream().map(name -> name.from()),
                tree.predecessors(unit.id()).stream().map(Succession::on));
        if (later.anyMatch(day -> !day.isBefore(on))) {
            object("on", "organization.reform.later-change", unit.name());
        }
    }

    private boolean movedElsewhere(UnitId unit) {
        return reform.moved().stream().anyMatch(move -> move.unit().equals(unit) && !ending.contains(move.parent()));
    }

    private boolean established(Succession step) {
        return step.extent().established() || step.kind().equals("abolished");
    }

    private boolean livesOn(UnitId id) {
        return tree.find(id).filter(unit -> unit.livesOn(on)).isPresent() && !ending.contains(id);
    }

    /** Lives on the day and has no end declared, or begins with it. */
    private boolean livesAfter(UnitId id) {
        return beginning.contains(id) || livesOn(id);
    }

    private void kind(String kind) {
        if (!Kinds.ALL.contains(kind)) {
            object("kind", "organization.reform.bad-kind");
        }
    }

    private void require(String field, String text) {
        if (text.isBlank()) {
            object(field, "organization.reform.empty." + field);
        }
    }

    private String name(@Nullable UnitId id) {
        return Optional.ofNullable(id).flatMap(tree::find).map(Unit::name).orElse("?");
    }

    private void object(String field, String key, Object... arguments) {
        var objection = FieldError.of(field, key, arguments);
        if (!objections.contains(objection)) {
            objections.add(objection);
        }
    }

    /** What speaks against dividing a unit so. */
    public static List<FieldError> objections(UnitTree tree, Weighting weighting) {
        var parts = tree.successors(weighting.from()).stream()
                .filter(step -> step.extent() == Extent.PART)
                .map(Succession::to)
                .collect(Collectors.toSet());
        var objections = new ArrayList<FieldError>();
        if (parts.isEmpty() || !parts.equals(weighting.shares().keySet())) {
            objections.add(FieldError.of("shares", "organization.weights.not-the-parts"));
        }
        var sum = weighting.shares().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weighting.shares().values().stream().anyMatch(share -> share.signum() <= 0)) {
            objections.add(FieldError.of("shares", "organization.weights.not-positive"));
        } else if (sum.compareTo(BigDecimal.ONE) != 0) {
            objections.add(FieldError.of(
                    "shares",
                    "organization.weights.not-whole",
                    sum.movePointRight(2).stripTrailingZeros()));
        }
        if (!BASES.contains(weighting.basis())) {
            objections.add(FieldError.of("basis", "organization.weights.no-basis"));
        }
        if (weighting.source().isBlank()) {
            objections.add(FieldError.of("source", "organization.reform.empty.source"));
        }
        return List.copyOf(objections);
    }
}
