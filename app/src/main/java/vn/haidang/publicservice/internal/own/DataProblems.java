package vn.haidang.publicservice.internal.own;

import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** What can stand against an act on one's own data. */
public final class DataProblems {

    private DataProblems() {}

    /** A right nobody has today, or not one that is asked for here. */
    public static ProblemException noSuchRight() {
        return Problem.of("publicservice/no-such-right", 422).exception();
    }

    /** The same for another's and for none. */
    public static ProblemException nothingHere() {
        return Problem.of("publicservice/no-such-data", 404).exception();
    }

    /** Whoever acts under an authorisation has no right over the data of whoever gave it. */
    public static ProblemException notYours() {
        return Problem.of("publicservice/not-your-data", 403).exception();
    }

    /** @param most in the time that counts */
    public static ProblemException tooMany(int most) {
        return Problem.of("publicservice/too-many-data-requests", 429, most).exception();
    }

    public static ProblemException extendedAlready() {
        return Problem.of("publicservice/extended-already", 409).exception();
    }

    /** After the time to answer, or after the answer. */
    public static ProblemException tooLateToExtend() {
        return Problem.of("publicservice/too-late-to-extend", 409).exception();
    }

    public static ProblemException reasonMissing() {
        return Problem.of("publicservice/data-reason-missing", 422).exception();
    }

    /** Nothing is recorded before an official confirmed what another found. */
    public static ProblemException secondOfficialMissing() {
        return Problem.of("publicservice/second-official-missing", 409).exception();
    }

    /** Whoever asked for a correction, or whose data it is, does not decide it. */
    public static ProblemException ownCorrection() {
        return Problem.of("publicservice/own-correction", 403).exception();
    }

    /** Why an applicant had to be asked is said once for each look-up. */
    public static ProblemException askedAlready() {
        return Problem.of("publicservice/asked-already", 409).exception();
    }
}
