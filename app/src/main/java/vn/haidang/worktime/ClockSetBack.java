package vn.haidang.worktime;

import java.time.Instant;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** Something is said to have ended before it began, or to be seen before it happened: a clock must have been set back. */
public final class ClockSetBack extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final int CONFLICT = 409;

    public ClockSetBack(Instant earlier, Instant later) {
        super(Problem.of(
                "worktime/clock-set-back", CONFLICT, Term.Formats.moment(earlier), Term.Formats.moment(later)));
    }
}
