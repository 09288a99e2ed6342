package vn.haidang.worktime;

import java.time.LocalDate;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** No office hours are known under this code, or none for this day: stopping is better than guessing. */
public final class UnknownOfficeHours extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final int CONFLICT = 409;

    UnknownOfficeHours(String code) {
        super(Problem.of("worktime/unknown-office-hours", CONFLICT, code));
    }

    UnknownOfficeHours(String code, LocalDate day) {
        super(Problem.of("worktime/office-hours-gap", CONFLICT, code, Term.Formats.SHORT.format(day)));
    }
}
