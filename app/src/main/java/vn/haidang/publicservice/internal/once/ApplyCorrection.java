package vn.haidang.publicservice.internal.once;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.StepHandler;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.internal.own.DataProblems;
import vn.haidang.registry.Corrections;

/** Records what two officials of whoever keeps it found to be right, inside the act of the second. */
@Component
class ApplyCorrection implements StepHandler {

    private static final String DONE = "done";

    private final CorrectionRows rows;
    private final Corrections corrections;

    ApplyCorrection(CorrectionRows rows, Corrections corrections) {
        this.rows = rows;
        this.corrections = corrections;
    }

    @Override
    public String code() {
        return "publicservice/apply-correction";
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/second-official-missing}, {@code registry/recorded-otherwise} */
    @Override
    public Optional<Outcome> entered(CaseSummary reached, String step, Reader by) {
        rows.ofCase(reached.id()).ifPresent(correction -> {
            if (correction.confirmed() == null) {
                throw DataProblems.secondOfficialMissing();
            }
            corrections.apply(
                    correction.person(),
                    correction.attribute(),
                    correction.known(),
                    correction.wanted(),
                    "publicservice/correction",
                    by.actor());
        });
        return Optional.of(new Outcome(DONE, true));
    }
}
