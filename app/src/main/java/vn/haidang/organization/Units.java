package vn.haidang.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.organization.internal.UnitTree;
import vn.haidang.organization.internal.UnitTrees;
import vn.haidang.ui.Problem;

/** The tree of units on any date. Answers come from memory; a newly loaded version is seen within seconds. */
@Component
public class Units {

    private final UnitTrees trees;

    Units(UnitTrees trees) {
        this.trees = trees;
    }

    public Optional<Unit> find(UnitId id) {
        return tree().find(id);
    }

    /** @throws vn.haidang.ui.ProblemException {@code organization/no-such-unit} */
    public Unit get(UnitId id) {
        return find(id).orElseThrow(
                        () -> Problem.of("organization/no-such-unit", 404).exception());
    }

    public Optional<Unit> byKey(String key) {
        return find(UnitId.ofKey(key));
    }

    /** The unit that bore a code on a day; codes are recycled, so the day decides. */
    public Optional<Unit> byCode(String scheme, String code, LocalDate on) {
        return tree().byCode(scheme, code, on);
    }

    /** The code of a unit in a scheme ({@code gso}, {@code qd20}, {@code qcvn102}) on a day; empty where not established. */
    public Optional<String> code(UnitId unit, String scheme, LocalDate on) {
        return tree().codes(unit).stream()
                .filter(code -> code.scheme().equals(scheme) && code.on(on))
                .map(UnitTree.Code::code)
                .findFirst();
    }

    /**
     * The city this installation serves, on a day.
     *
     * @throws vn.haidang.ui.ProblemException {@code organization/day-not-covered} for a day before the units are known
     */
    public Unit city(LocalDate on) {
        return tree().city(on)
                .orElseThrow(
                        () -> Problem.of("organization/day-not-covered", 404).exception());
    }

    /** The unit under the name and kind it had on a day. */
    public Unit named(UnitId id, LocalDate on) {
        var unit = get(id);
        return tree().names(id).stream()
                .filter(name -> name.on(on))
                .findFirst()
                .map(unit::called)
                .orElse(unit);
    }

    /** Every name and kind the unit had, oldest first; one where it never changed. */
    public List<UnitName> names(UnitId id) {
        return tree().names(id);
    }

    /**
     * Units whose name, former name or code looks like what was typed, best first: without diacritics, with a slip of the pen, with
     * or without the word for its kind, with the unit above it. A code gives every unit that ever bore it.
     *
     * @param on which day's units come first
     */
    public List<UnitHit> search(String typed, LocalDate on, int most) {
        return trees.index().search(typed, on, most);
    }

    /** All units that share the smallest area comparable across mergers with this one, itself included, oldest first. */
    public List<Unit> comparableWith(UnitId unit) {
        return tree().comparable(unit);
    }

    /** By name. */
    public List<Unit> children(UnitId parent, LocalDate on) {
        return tree().children(parent, on);
    }

    /** All living units of one tier below the city on a day, by name. */
    public List<Unit> ofTier(Tier tier, LocalDate on) {
        return tree().below(city(on).id(), tier, on);
    }

    /** From the root down to the unit itself, as the tree stood on that day. */
    public List<Unit> path(UnitId unit, LocalDate on) {
        return tree().path(get(unit), on);
    }

    /** The paper of a step or a name. */
    public Optional<LegalDocument> document(String key) {
        return tree().document(key);
    }

    /**
     * What followed this unit; empty while it lives. A unit abolished or without established successor has one entry without
     * {@code to}.
     */
    public List<Succession> successors(UnitId unit) {
        return tree().successors(unit);
    }

    /** The units living on a day that this unit became by established steps; itself while it lives, none where nothing is established. */
    public List<Continuation> continuedBy(UnitId unit, LocalDate on) {
        return tree().continuedBy(get(unit), on);
    }

    /** Steps that no paper has confirmed: what followed is not established, or known from lists of codes only. Latest first. */
    public List<Succession> unestablished() {
        return tree().unestablished();
    }

    /** What this unit followed. */
    public List<Succession> predecessors(UnitId unit) {
        return tree().predecessors(unit);
    }

    /** The first day the tree is known, and every later day on which units gave way to others. */
    public List<LocalDate> epochs() {
        return tree().epochs();
    }

    private UnitTree tree() {
        return trees.current();
    }
}
