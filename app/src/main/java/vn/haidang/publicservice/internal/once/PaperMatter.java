package vn.haidang.publicservice.internal.once;

import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.PartyId;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.internal.voice.Voicing;

/**
 * What somebody may be asked for papers in: an application, or a complaint or suggestion.
 *
 * @param subject of its case
 * @param code as they know it
 * @param party whose papers they would be, null for somebody who came to a counter and is known by name only: a look-up of theirs
 *     finds nothing
 * @param unit at which it is counted
 */
public record PaperMatter(
        Subject subject,
        String code,
        CaseId caseId,
        @Nullable PartyId party,
        UnitId unit) {

    static final String APPLICATION = "publicservice/application";

    public static PaperMatter of(Application application) {
        return new PaperMatter(
                new Subject(APPLICATION, application.id().value()),
                application.dossierCode(),
                application.caseId(),
                application.party(),
                application.unit());
    }

    public static PaperMatter of(Feedback feedback) {
        return new PaperMatter(
                new Subject(Voicing.FEEDBACK, feedback.id().value()),
                feedback.code(),
                feedback.caseId(),
                feedback.party(),
                feedback.unit());
    }
}
