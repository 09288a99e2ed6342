package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.CaseCounting;
import vn.haidang.casework.spi.CaseCounting.Change;
import vn.haidang.casework.spi.CaseCounting.Stand;
import vn.haidang.indicator.Facts;
import vn.haidang.organization.UnitId;

/** Lets the modules that own the subjects of cases count what an act changes. */
@Component
class Counting {

    private final ObjectProvider<CaseCounting> counters;
    private final Facts facts;

    Counting(ObjectProvider<CaseCounting> counters, Facts facts) {
        this.counters = counters;
        this.facts = facts;
    }

    /** The facts of a move. */
    List<Facts.Fact> of(Move move, LocalDate day) {
        CaseSummary after = move.to().summary();
        Change change = new Change(
                after.id(),
                day,
                stand(move.from().summary(), false),
                stand(after, after.outcome() != null && move.to().facts().acceptedAt() != null));
        return change.counts() ? of(after.subjectType(), change) : List.of();
    }

    /** The case goes from one unit to another. */
    void moved(Standing standing, UnitId to, LocalDate day) {
        CaseSummary summary = standing.summary();
        Stand before = stand(summary, false);
        facts.add(of(summary.subjectType(), new Change(summary.id(), day, before, before.at(to))));
    }

    /** Cases of whatever subject whose legal time ends otherwise. */
    void dueMoved(List<Change> changes) {
        counters.forEach(counter -> facts.add(counter.changed(changes)));
    }

    private List<Facts.Fact> of(String subjectType, Change change) {
        return counters.stream()
                .filter(counter -> counter.subjectType().equals(subjectType))
                .flatMap(counter -> counter.changed(List.of(change)).stream())
                .toList();
    }

    private static Stand stand(CaseSummary summary, boolean accepted) {
        return new Stand(
                summary.competentUnit(),
                summary.dueAt(),
                summary.closedAt(),
                summary.outcome(),
                accepted,
                summary.status() == CaseStatus.PAUSED);
    }
}
