package vn.haidang.publicservice;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** What can go wrong with public services, each with its code. */
public final class PublicServiceProblems {

    private static final DateTimeFormatter OPENS = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);

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

    /** A draft that becomes several dossiers is handed in whole. */
    public static ProblemException severalDossiers() {
        return Problem.of("publicservice/several-dossiers", 409).exception();
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

    /** What was typed as the time of one way in is none. */
    public static ProblemException noWayTime() {
        return Problem.of("publicservice/no-way-time", 422).exception();
    }

    /** What was typed as the fee of one way in is none. */
    public static ProblemException noWayFee() {
        return Problem.of("publicservice/no-way-fee", 422).exception();
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

    public static ProblemException noSuchStars() {
        return Problem.of("publicservice/no-such-rating", 422).exception();
    }

    /** The same for one that does not exist and one of somebody else. */
    public static ProblemException noSuchFeedback() {
        return Problem.of("publicservice/no-such-feedback", 404).exception();
    }

    public static ProblemException feedbackEmpty() {
        return Problem.of("publicservice/feedback-empty", 422).exception();
    }

    /** No dossier of this code that the sender, or the desk that writes it down, may know of. */
    public static ProblemException feedbackNoDossier() {
        return Problem.of("publicservice/feedback-no-dossier", 422).exception();
    }

    public static ProblemException feedbackNoUnit() {
        return Problem.of("publicservice/feedback-no-unit", 422).exception();
    }

    public static ProblemException feedbackNoOfficial() {
        return Problem.of("publicservice/feedback-no-official", 422).exception();
    }

    /** Whoever comes to the counter leaves a name and a phone number. */
    public static ProblemException feedbackNoCaller() {
        return Problem.of("publicservice/feedback-no-caller", 422).exception();
    }

    /** An official writes down only what is about the own unit. */
    public static ProblemException feedbackNotHere() {
        return Problem.of("publicservice/feedback-not-here", 403).exception();
    }

    /** Nobody handles what is about themselves. */
    public static ProblemException feedbackAboutYou() {
        return Problem.of("publicservice/feedback-about-you", 403).exception();
    }

    public static ProblemException feedbackNoSuchOfficial() {
        return Problem.of("publicservice/feedback-no-such-official", 422).exception();
    }

    public static ProblemException feedbackNoReason() {
        return Problem.of("publicservice/feedback-no-reason", 422).exception();
    }

    /** It was answered or refused before its sender took it back. */
    public static ProblemException feedbackEnded() {
        return Problem.of("publicservice/feedback-ended", 409).exception();
    }

    public static ProblemException feedbackNotAnswered() {
        return Problem.of("publicservice/feedback-not-answered", 409).exception();
    }

    public static ProblemException feedbackDecided() {
        return Problem.of("publicservice/feedback-decided", 409).exception();
    }

    /** Its sender did not agree to its being public. */
    public static ProblemException feedbackNotAllowed() {
        return Problem.of("publicservice/feedback-not-allowed", 409).exception();
    }

    /** What would become public names the sender, or holds a number or an address that may be somebody's. */
    public static ProblemException feedbackPersonal(String found) {
        return Problem.of("publicservice/feedback-personal", 422, found).exception();
    }

    public static ProblemException noSuchReception() {
        return Problem.of("publicservice/no-such-reception", 404).exception();
    }

    public static ProblemException notYourDesk() {
        return Problem.of("publicservice/not-your-desk", 403).exception();
    }

    /** Nobody takes in their own dossier. */
    public static ProblemException rightNotShown() {
        return Problem.of("publicservice/right-not-shown", 422).exception();
    }

    public static ProblemException ownDossier() {
        return Problem.of("publicservice/own-dossier", 422).exception();
    }

    public static ProblemException arrivalNotPast() {
        return Problem.of("publicservice/arrival-not-past", 422).exception();
    }

    public static ProblemException receptionFinished() {
        return Problem.of("publicservice/reception-finished", 409).exception();
    }

    public static ProblemException noSuchPaper() {
        return Problem.of("publicservice/no-such-paper", 404).exception();
    }

    public static ProblemException nothingOnPaper() {
        return Problem.of("publicservice/nothing-on-paper", 422).exception();
    }

    public static ProblemException papersNotNoted() {
        return Problem.of("publicservice/papers-not-noted", 422).exception();
    }

    public static ProblemException noSuchPoint() {
        return Problem.of("publicservice/no-such-point", 404).exception();
    }

    public static ProblemException pointTaken() {
        return Problem.of("publicservice/point-taken", 409).exception();
    }

    /** This device may not give out numbers here. */
    public static ProblemException noSuchKiosk() {
        return Problem.of("publicservice/no-such-kiosk", 403).exception();
    }

    public static ProblemException pairingRefused() {
        return Problem.of("publicservice/pairing-refused", 422).exception();
    }

    public static ProblemException noSuchTicket() {
        return Problem.of("publicservice/no-such-ticket", 404).exception();
    }

    /** A colleague was quicker, or it has ended. */
    public static ProblemException ticketMoved() {
        return Problem.of("publicservice/ticket-moved", 409).exception();
    }

    public static ProblemException noSuchAppointment() {
        return Problem.of("publicservice/no-such-appointment", 404).exception();
    }

    /** The place takes appointments, but not for this service. */
    /** @param opens when it opens next */
    public static ProblemException officeClosed(LocalDateTime opens) {
        return Problem.of("publicservice/office-closed", 422, OPENS.format(opens))
                .exception();
    }

    public static ProblemException notReceivedHere() {
        return Problem.of("publicservice/not-received-here", 422).exception();
    }

    public static ProblemException slotFull() {
        return Problem.of("publicservice/slot-full", 409).exception();
    }

    public static ProblemException noSuchSlot() {
        return Problem.of("publicservice/no-such-slot", 422).exception();
    }

    public static ProblemException tooManyAppointments(int most) {
        return Problem.of("publicservice/too-many-appointments", 429, most).exception();
    }

    public static ProblemException appointmentOver() {
        return Problem.of("publicservice/appointment-over", 409).exception();
    }

    public static ProblemException fewerThanBooked() {
        return Problem.of("publicservice/fewer-than-booked", 409).exception();
    }

    public static ProblemException noSuchParcel() {
        return Problem.of("publicservice/no-such-parcel", 404).exception();
    }

    public static ProblemException trackingKnown() {
        return Problem.of("publicservice/tracking-known", 409).exception();
    }

    public static ProblemException noResultToPost() {
        return Problem.of("publicservice/no-result-to-post", 422).exception();
    }

    public static ProblemException deliveredBeforePosted() {
        return Problem.of("publicservice/delivered-before-posted", 422).exception();
    }

    public static ProblemException paperWithdrawn(String number) {
        return Problem.of("publicservice/paper-withdrawn", 409, number).exception();
    }
}
