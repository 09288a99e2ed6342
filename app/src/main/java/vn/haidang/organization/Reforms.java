package vn.haidang.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.internal.ReformCheck;
import vn.haidang.organization.internal.ReformRows;
import vn.haidang.organization.internal.UnitTrees;
import vn.haidang.organization.internal.WeightRows;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Problem;

/** Changing units without a programmer: found, rename, place elsewhere, merge, split, establish what followed, weigh parts. */
@Component
public class Reforms {

    private final UnitTrees trees;
    private final ReformRows rows;
    private final WeightRows weights;
    private final Journal journal;
    private final Clock clock;

    Reforms(UnitTrees trees, ReformRows rows, WeightRows weights, Journal journal, Clock clock) {
        this.trees = trees;
        this.rows = rows;
        this.weights = weights;
        this.journal = journal;
        this.clock = clock;
    }

    /** What speaks against a change; empty when it can be declared. */
    public List<FieldError> objections(Reform reform) {
        return new ReformCheck(trees.current(), reform).objections();
    }

    /**
     * Declares a change; the same id again does nothing.
     *
     * @throws vn.haidang.ui.ProblemException {@code organization/reform-refused} where something speaks against it
     */
    @Transactional
    public void declare(ReformId id, Reform reform, Actor actor) {
        rows.lock();
        if (rows.known(id)) {
            return;
        }
        refuse(new ReformCheck(trees.fresh(), reform).objections());
        rows.store(id, reform);
        var act = Act.of("organization/reform-declared", actor)
                .on(new Subject("organization/reform", id.value()))
                .changed("on", null, reform.on())
                .changed(
                        "paper",
                        null,
                        reform.paper().symbol() + ' ' + reform.paper().title());
        reform.units().forEach(unit -> act.on(new Subject("organization/unit", unit.value())));
        journal.act(act);
    }

    /**
     * Takes back a change that has not begun.
     *
     * @throws vn.haidang.ui.ProblemException {@code organization/reform-begun} from its first day on, {@code organization/no-such-reform}
     */
    @Transactional
    public void withdraw(ReformId id, Actor actor) {
        rows.lock();
        var day = rows.day(id)
                .orElseThrow(
                        () -> Problem.of("organization/no-such-reform", 404).exception());
        if (!day.isAfter(LocalDate.now(clock))) {
            throw Problem.of("organization/reform-begun", 409).exception();
        }
        rows.withdraw(id);
        journal.act(Act.of("organization/reform-withdrawn", actor)
                .on(new Subject("organization/reform", id.value()))
                .changed("on", day, null));
    }

    /** What was declared here, latest first. */
    public List<DeclaredReform> declared() {
        return rows.declared();
    }

    /** What speaks against a weighting; empty when it can be declared. */
    public List<FieldError> objections(Weighting weighting) {
        return ReformCheck.objections(trees.current(), weighting);
    }

    /**
     * Declares how a unit is divided, instead of what was declared before.
     *
     * @throws vn.haidang.ui.ProblemException {@code organization/reform-refused} where something speaks against it
     */
    @Transactional
    public void weigh(Weighting weighting, Actor actor) {
        rows.lock();
        refuse(ReformCheck.objections(trees.fresh(), weighting));
        var before = weights.told(weighting.from());
        weights.store(weighting, LocalDate.now(clock));
        var after = weights.told(weighting.from());
        if (!before.equals(after)) {
            journal.act(Act.of("organization/weights-declared", actor)
                    .on(new Subject("organization/unit", weighting.from().value()))
                    .changed("weights", before, after));
        }
    }

    private static void refuse(List<FieldError> objections) {
        if (!objections.isEmpty()) {
            throw Problem.of(
                            "organization/reform-refused",
                            422,
                            objections.getFirst().messageKey())
                    .exception();
        }
    }
}
