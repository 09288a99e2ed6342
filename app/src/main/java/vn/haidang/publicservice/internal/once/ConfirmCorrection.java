package vn.haidang.publicservice.internal.once;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.StepHandler;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.internal.once.CorrectionRows.Correction;
import vn.haidang.publicservice.internal.once.CorrectionRows.Official;
import vn.haidang.publicservice.internal.own.DataProblems;

/**
 * The second pair of eyes on a correction. Who found the record wrong, who confirms it and who asked for it, for themselves or by
 * writing it down for somebody at the desk, are three different people; none of the officials is the person recorded.
 */
@Component
class ConfirmCorrection implements StepHandler {

    private static final String CONFIRM = "confirm";

    private final CorrectionRows rows;
    private final Journal journal;
    private final Clock clock;

    ConfirmCorrection(CorrectionRows rows, Journal journal, Clock clock) {
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "publicservice/confirm-correction";
    }

    /** Whoever sends the case here found the record wrong. */
    @Override
    public Optional<Outcome> entered(CaseSummary reached, String step, Reader by) {
        rows.ofCase(reached.id()).ifPresent(correction -> {
            requireAnother(correction, reached, by);
            rows.decided(correction.id(), official(by));
            journal.act(act("publicservice/correction-decided", correction, by));
        });
        return Optional.empty();
    }

    @Override
    public void leaving(CaseSummary left, String step, String outcome, Reader by) {
        rows.ofCase(left.id()).ifPresent(correction -> {
            if (outcome.equals(CONFIRM)) {
                confirm(correction, left, by);
            } else {
                rows.undecided(correction.id());
            }
        });
    }

    private void confirm(Correction correction, CaseSummary left, Reader by) {
        requireAnother(correction, left, by);
        Official first = correction.decided();
        if (first == null || !rows.confirmed(correction.id(), official(by))) {
            throw DataProblems.secondOfficialMissing();
        }
        journal.act(act("publicservice/correction-confirmed", correction, by)
                .on(new Subject("identity/account", first.id().value())));
    }

    /** Whoever stands in for the one who asked acts in their name. */
    private static void requireAnother(Correction correction, CaseSummary of, Reader by) {
        boolean inTheirName = by.standIns().stream()
                .anyMatch(stead -> stead.principal().equals(correction.account())
                        && stead.holding().unit().equals(of.competentUnit())
                        && !by.posts().contains(stead.holding()));
        if (correction.isOf(by) || inTheirName) {
            throw DataProblems.ownCorrection();
        }
    }

    private Official official(Reader by) {
        return new Official(Objects.requireNonNull(by.account()), by.displayName(), clock.instant());
    }

    private static Act act(String verb, Correction correction, Reader by) {
        return Act.of(verb, by.actor())
                .on(new Subject(CorrectionCases.SUBJECT, correction.id()))
                .on(new Subject("registry/person", correction.person().value()));
    }
}
