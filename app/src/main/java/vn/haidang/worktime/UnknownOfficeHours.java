package vn.haidang.worktime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** No office hours are known under this code, or none for the time after this day: stopping is better than guessing. */
public final class UnknownOfficeHours extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final int CONFLICT = 409;

    UnknownOfficeHours(String code, @Nullable LocalDate from) {
        super(Problem.of("worktime/unknown-office-hours", CONFLICT, from == null ? code : code + " " + from));
    }
}
