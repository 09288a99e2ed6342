package vn.haidang.document;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;

/** Makes official documents from templates. */
@Component
public class Documents {

    /**
     * What to issue.
     *
     * @param template name of a template, for example {@code birth-certificate}
     * @param kind short code of the kind, part of the number
     * @param fields values for the template's merge fields
     * @param subjectType noun of the owning module
     */
    public record Issue(
            String template,
            String kind,
            UnitId issuer,
            String signerName,
            String signerTitle,
            Map<String, String> fields,
            String subjectType,
            UUID subjectId,
            Actor by) {}

    /** Numbers, renders and stores the document in the caller's transaction; a rolled-back number is used again. */
    public IssuedDocument issue(Issue issue) {
        throw new UnsupportedOperationException();
    }

    public Optional<IssuedDocument> of(String subjectType, UUID subjectId, @Nullable String kind) {
        throw new UnsupportedOperationException();
    }
}
