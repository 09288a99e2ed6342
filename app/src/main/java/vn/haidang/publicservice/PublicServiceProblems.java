package vn.haidang.publicservice;

import java.time.LocalDate;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** What can go wrong with public services, each with its code. */
public final class PublicServiceProblems {

    private PublicServiceProblems() {}

    /** The same for one that does not exist and one that belongs to somebody else. */
    public static ProblemException noSuchApplication() {
        return Problem.of("publicservice/no-such-application", 404).exception();
    }

    public static ProblemException noSuchService() {
        return Problem.of("publicservice/no-such-service", 404).exception();
    }

    /** A form would not ask for what a result says. */
    public static ProblemException resultNeeds(String fields) {
        return Problem.of("publicservice/result-needs", 409, fields).exception();
    }

    /** The service cannot be started online here. */
    public static ProblemException notStartable(String code) {
        return Problem.of("publicservice/not-startable", 409, code).exception();
    }

    /** The reader acts for somebody who did not authorise them for this service. */
    public static ProblemException outsideMandate(String principal) {
        return Problem.of("publicservice/outside-mandate", 403, principal).exception();
    }

    public static ProblemException noSuchReceiver() {
        return Problem.of("publicservice/no-such-receiver", 422).exception();
    }

    public static ProblemException tooManySubmissions(int most) {
        return Problem.of("publicservice/too-many-submissions", 429, most).exception();
    }

    public static ProblemException noSuchStatus(int status) {
        return Problem.of("publicservice/no-such-status", 422, status).exception();
    }

    /** A report of a service whose status is ours: a case of our own would be answered twice. */
    public static ProblemException notOwnedElsewhere(String code) {
        return Problem.of("publicservice/not-owned-elsewhere", 409, code).exception();
    }

    public static ProblemException publishInPast(LocalDate day) {
        return Problem.of("publicservice/publish-in-past", 422, day).exception();
    }

    /** A version that begins later is published already. */
    public static ProblemException plannedAlready() {
        return Problem.of("publicservice/planned-already", 409).exception();
    }

    public static ProblemException nothingAsked() {
        return Problem.of("publicservice/nothing-asked", 409).exception();
    }

    public static ProblemException supplementEmpty() {
        return Problem.of("publicservice/supplement-empty", 422).exception();
    }

    public static ProblemException notEnded() {
        return Problem.of("publicservice/not-ended", 409).exception();
    }

    public static ProblemException ratedAlready() {
        return Problem.of("publicservice/rated-already", 409).exception();
    }

    public static ProblemException noSuchStars() {
        return Problem.of("publicservice/no-such-rating", 422).exception();
    }
}
