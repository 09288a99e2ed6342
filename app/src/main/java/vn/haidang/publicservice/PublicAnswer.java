package vn.haidang.publicservice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.UnitId;

/**
 * A question and its answer as everybody may read them: rewritten by the unit, without personal data.
 *
 * @param service code of the procedure it is about, null where none was named
 */
public record PublicAnswer(
        FeedbackId id,
        Feedback.Kind kind,
        UnitId unit,
        @Nullable String service,
        String question,
        String answer,
        Instant publishedAt) {}
