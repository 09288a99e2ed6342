package vn.haidang.publicservice;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Service.Bilingual;

/**
 * A complaint or suggestion as its sender and the desk see it; nothing of this record is for the public.
 *
 * @param code as it is told to the sender
 * @param dossierCode only of one about a dossier
 * @param service code of the procedure, null where none is named
 * @param serviceName what that is called now, null where the catalogue does not know it
 * @param unit the unit that answers: the one it is about, or what succeeded it
 * @param official who it is about, as the sender says it
 * @param account who sent it, null for somebody who came to the counter
 * @param party in whose name, null likewise
 * @param phone null for somebody who is signed in and gave none
 * @param refuseBy first moment too late to refuse it without having asked for more
 * @param askBy first moment too late to ask for more
 * @param dueAt first moment too late to answer, null while its sender is asked for more and after the end
 * @param publishBy first moment too late to decide on publishing, null until it is answered
 * @param onTime null until it has ended
 * @param publication null until it is decided
 */
public record Feedback(
        FeedbackId id,
        String code,
        Kind kind,
        About about,
        @Nullable String dossierCode,
        @Nullable String service,
        @Nullable Bilingual serviceName,
        UnitId unit,
        @Nullable String official,
        @Nullable AccountId account,
        @Nullable PartyId party,
        String senderName,
        @Nullable String phone,
        String words,
        boolean mayPublish,
        CaseId caseId,
        CaseStatus status,
        @Nullable String outcome,
        Instant sentAt,
        Instant refuseBy,
        Instant askBy,
        @Nullable Instant dueAt,
        @Nullable Instant publishBy,
        @Nullable Boolean onTime,
        @Nullable Publication publication) {

    /** What it is. */
    public enum Kind {
        COMPLAINT,
        SUGGESTION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it is about. */
    public enum About {
        DOSSIER,
        UNIT,
        OFFICIAL,
        SERVICE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was decided about the answer. */
    public enum Publication {
        PUBLISHED,
        WITHHELD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands: {@code waiting} for its sender, {@code open}, {@code answered}, {@code refused} or {@code withdrawn}. */
    public String state() {
        return switch (status) {
            case OPEN, STOPPED -> "open";
            case PAUSED -> "waiting";
            case CLOSED -> "done".equals(outcome) ? "answered" : "refused".equals(outcome) ? "refused" : "withdrawn";
        };
    }

    /** Whether its sender can still take it back: it is open, or its answer is or may become public. */
    public boolean canWithdraw() {
        return switch (state()) {
            case "open", "waiting" -> true;
            case "answered" -> publication != Publication.WITHHELD && mayPublish;
            default -> false;
        };
    }

    /** Whether its answer waits for the decision to publish it. */
    public boolean toPublish() {
        return state().equals("answered") && publication == null;
    }
}
