package vn.haidang.ui;

/** Carries a {@link Problem} to where it is shown; the transaction it leaves is rolled back. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
