package vn.haidang.worktime;

import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** Nothing is known of this year, not even the holidays of the law: every answer would be a guess. */
public final class UnknownYear extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final int CONFLICT = 409;

    UnknownYear(int year) {
        super(Problem.of("worktime/unknown-year", CONFLICT, Integer.toString(year)));
    }
}
