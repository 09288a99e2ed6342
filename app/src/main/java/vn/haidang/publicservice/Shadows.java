package vn.haidang.publicservice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.publicservice.internal.events.ShadowRows;

/**
 * Dossiers whose status another system owns: their code there and what was reported of them. They have no case and no clock here,
 * and passing one on to another agency starts nothing again.
 */
@Component
public class Shadows {

    /**
     * What the owner of a status says.
     *
     * @param system which system says it, for example {@code national-portal}
     * @param reference code of the dossier there
     * @param status 1 to 10 as the national portal counts states
     * @param handler who has it there
     * @param at when it came to be so
     * @param expected the shadow that waited for this dossier, null for one not known here before
     */
    public record Report(
            String system,
            String reference,
            String service,
            int status,
            String handler,
            Instant at,
            @Nullable UUID expected) {}

    /**
     * A dossier of another system as it was reported last.
     *
     * @param receivedAt when it was first reported as received, null while it was not
     */
    public record Shadow(
            UUID id,
            String service,
            @Nullable Integer serviceVersion,
            String system,
            @Nullable String reference,
            @Nullable String handler,
            @Nullable Integer status,
            @Nullable Instant receivedAt,
            @Nullable Instant reportedAt) {}

    private final ShadowRows rows;

    Shadows(ShadowRows rows) {
        this.rows = rows;
    }

    /**
     * Keeps a report, once however often it comes; an older one than the last changes only the history.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-status}, {@code publicservice/not-owned-elsewhere}
     */
    public UUID report(Report report, Actor by) {
        return rows.report(report, by);
    }

    /** By its code in the other system. */
    public Optional<Shadow> find(String system, String reference) {
        return rows.find(system, reference);
    }
}
