package vn.haidang.casework.spi;

import java.util.Optional;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.Reader;

/** What a module does when a case of its own reaches or leaves a step that names this handler; runs inside the act's transaction. */
public interface StepHandler {

    /** As procedures name it, for example {@code publicservice/issue-result}. */
    String code();

    /** The step was reached; an outcome completes it at once, without a person. */
    default Optional<Outcome> entered(CaseSummary reached, String step, Reader by) {
        return Optional.empty();
    }

    /** A person completes the step with this outcome; a problem thrown here stops the act whole. */
    default void leaving(CaseSummary left, String step, String outcome, Reader by) {}

    /**
     * The outcome of a step done by the machine.
     *
     * @param resultElectronic whether a result was issued electronically, one of the three facts of "fully online"
     */
    record Outcome(String code, boolean resultElectronic) {}
}
