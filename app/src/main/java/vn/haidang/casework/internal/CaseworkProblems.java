package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import vn.haidang.casework.CaseClock;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** How casework refuses. */
public final class CaseworkProblems {

    public static final String CHANGED_MEANWHILE = "casework/changed-meanwhile";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private CaseworkProblems() {}

    /** The same for a case that does not exist and one the reader may not see. */
    static ProblemException noSuchCase() {
        return Problem.of("casework/no-such-case", 404).exception();
    }

    static ProblemException noSuchProcedure(String code) {
        return Problem.of("casework/no-such-procedure", 422, code).exception();
    }

    /** Somebody acted on the version this act was made for. */
    static ProblemException changedMeanwhile(String caseCode) {
        return Problem.of(CHANGED_MEANWHILE, 409, caseCode).exception();
    }

    static ProblemException closed(String caseCode) {
        return Problem.of("casework/closed", 409, caseCode).exception();
    }

    static ProblemException clockStopped(String caseCode) {
        return Problem.of("casework/clock-stopped", 409, caseCode).exception();
    }

    /** A head stopped the clock: nothing is done until it goes on. */
    static ProblemException stoppedByHand(String caseCode) {
        return Problem.of("casework/stopped-by-hand", 409, caseCode).exception();
    }

    static ProblemException notStopped(String caseCode) {
        return Problem.of("casework/clock-not-stopped", 409, caseCode).exception();
    }

    static ProblemException notYourClock() {
        return Problem.of("casework/not-your-clock", 403).exception();
    }

    static ProblemException notPaused(String caseCode) {
        return Problem.of("casework/no-supplement-asked", 409, caseCode).exception();
    }

    /** It is about the reader, or about the one in whose name they would act. */
    static ProblemException aboutYou() {
        return Problem.of("casework/about-you", 403).exception();
    }

    /** It is about whom it would be given to. */
    static ProblemException aboutThem(String name) {
        return Problem.of("casework/about-them", 409, name).exception();
    }

    static ProblemException notYourWork() {
        return Problem.of("casework/not-your-work", 403).exception();
    }

    static ProblemException claimedByAnother(String name) {
        return Problem.of("casework/claimed-by-another", 409, name).exception();
    }

    /** The same for an item that does not exist and one the reader may not see. */
    static ProblemException noSuchItem() {
        return Problem.of("casework/no-such-item", 404).exception();
    }

    static ProblemException itemEnded() {
        return Problem.of("casework/item-ended", 409).exception();
    }

    /** Nobody holds the role there today, so that the work waits in the queue of the unit. */
    static ProblemException postVacant() {
        return Problem.of("casework/post-vacant", 403).exception();
    }

    static ProblemException noSuchColleague() {
        return Problem.of("casework/no-such-colleague", 422).exception();
    }

    static ProblemException notYoursToGive() {
        return Problem.of("casework/not-yours-to-give", 403).exception();
    }

    static ProblemException spanPast() {
        return Problem.of("casework/span-past", 422).exception();
    }

    static ProblemException spanTooLong(int days) {
        return Problem.of("casework/span-too-long", 422, days).exception();
    }

    static ProblemException openParts() {
        return Problem.of("casework/open-parts", 409).exception();
    }

    static ProblemException blocked(String caseCode, int by) {
        return Problem.of("casework/blocked", 409, caseCode, by).exception();
    }

    static ProblemException sameVersion(int version) {
        return Problem.of("casework/same-version", 422, String.valueOf(version)).exception();
    }

    /** Work of a unit that ended goes to units that took over from it. */
    static ProblemException notASuccessor() {
        return Problem.of("casework/not-a-successor", 422).exception();
    }

    static ProblemException unitLives() {
        return Problem.of("casework/unit-lives", 409).exception();
    }

    static ProblemException nobodyAsked() {
        return Problem.of("casework/nobody-asked", 422).exception();
    }

    static ProblemException tooManyNeeded(int needed, int asked) {
        return Problem.of("casework/too-many-needed", 422, needed, asked).exception();
    }

    /** Silence counts as consent only where a rule says so. */
    static ProblemException consentWithoutBasis() {
        return Problem.of("casework/consent-without-basis", 422).exception();
    }

    static ProblemException notThisWay() {
        return Problem.of("casework/not-this-way", 409).exception();
    }

    /** Conditions depend on facts that nobody declared yet. */
    static ProblemException factsMissing(String facts) {
        return Problem.of("casework/facts-missing", 422, facts).exception();
    }

    /** No condition of the outcome holds. */
    static ProblemException noWay(String outcome, String found) {
        return Problem.of("casework/no-way", 409, outcome, found).exception();
    }

    /** A condition has no answer for these facts, for example a division by zero. */
    static ProblemException conditionFailed(String condition, String why) {
        return Problem.of("casework/condition-failed", 409, condition, why).exception();
    }

    static ProblemException factMalformed(String fact) {
        return Problem.of("casework/fact-malformed", 422, fact).exception();
    }

    static ProblemException fourEyes() {
        return Problem.of("casework/four-eyes", 403).exception();
    }

    static ProblemException noSuchOutcome(String outcome) {
        return Problem.of("casework/no-such-outcome", 422, outcome).exception();
    }

    static ProblemException noPaperNamed() {
        return Problem.of("casework/no-paper-named", 422).exception();
    }

    static ProblemException noSuchPaper(String code) {
        return Problem.of("casework/no-such-paper", 422, code).exception();
    }

    static ProblemException reasonMissing() {
        return Problem.of("casework/reason-missing", 422).exception();
    }

    static ProblemException basisMissing() {
        return Problem.of("casework/basis-missing", 422).exception();
    }

    static ProblemException keyUsedOtherwise() {
        return Problem.of("casework/key-used-otherwise", 422).exception();
    }

    static ProblemException notYourUnit() {
        return Problem.of("casework/not-your-unit", 403).exception();
    }

    public static ProblemException fieldMissing(String field) {
        return Problem.of("casework/field-missing", 422, field).exception();
    }

    public static ProblemException fieldMalformed(String field) {
        return Problem.of("casework/field-malformed", 422, field).exception();
    }

    static ProblemException codeTaken(String code) {
        return Problem.of("casework/code-taken", 409, code).exception();
    }

    static ProblemException noSuchView() {
        return Problem.of("casework/no-such-view", 404).exception();
    }

    static ProblemException viewNameTaken(String name) {
        return Problem.of("casework/view-name-taken", 409, name).exception();
    }

    static ProblemException tooManyViews(int most) {
        return Problem.of("casework/too-many-views", 409, most).exception();
    }

    static ProblemException noSuchRun() {
        return Problem.of("casework/no-such-run", 404).exception();
    }

    /** What a person is told of an item of a run that failed for no reason they can mend. */
    static Problem bulkFailed() {
        return Problem.of("casework/bulk-failed", 500);
    }

    public static ProblemException noSuchDraft(String procedure) {
        return Problem.of("casework/no-such-draft", 404, procedure).exception();
    }

    /** The draft could be read when it was handed in, and no more. */
    public static ProblemException draftRefused(String procedure) {
        return Problem.of("casework/draft-refused", 409, procedure).exception();
    }

    public static ProblemException noSuchVersion(String procedure, int version) {
        return Problem.of("casework/no-such-version", 404, procedure, String.valueOf(version))
                .exception();
    }

    static ProblemException dayPast(LocalDate day) {
        return Problem.of("casework/day-past", 422, written(day)).exception();
    }

    static ProblemException unitNotThere(String step, LocalDate day) {
        return Problem.of("casework/unit-not-there", 422, step, written(day)).exception();
    }

    static ProblemException versionBeginsLater(int version, LocalDate day) {
        return Problem.of("casework/version-begins-later", 409, String.valueOf(version), written(day))
                .exception();
    }

    static ProblemException versionEnded(int version, LocalDate day) {
        return Problem.of("casework/version-ended", 409, String.valueOf(version), written(day))
                .exception();
    }

    static ProblemException versionBegun(int version) {
        return Problem.of("casework/version-begun", 409, String.valueOf(version))
                .exception();
    }

    private static String written(LocalDate day) {
        return DAY.format(day);
    }

    /** An office says only so often that it will be late and gives a new day; the rule that says how often is named with its source. */
    public static ProblemException apologisedAlready(String caseCode, int given, CaseClock.Cap cap) {
        return Problem.of(
                        "casework/apologised-already",
                        409,
                        caseCode,
                        given,
                        cap.times(),
                        cap.source(),
                        new DefaultMessageSourceResolvable("casework.confidence." + cap.confidence()))
                .exception();
    }

    /** Nobody has set how often a new day may be given. */
    static ProblemException noExtensions(String caseCode) {
        return Problem.of("casework/no-extensions", 409, caseCode).exception();
    }

    /** A new day is after today and after the day that was promised. */
    public static ProblemException newDayTooEarly() {
        return Problem.of("casework/new-day-too-early", 422).exception();
    }

    /** Nobody is told to come on a rest day, or in years. */
    public static ProblemException newDayClosed() {
        return Problem.of("casework/new-day-closed", 422).exception();
    }
}
