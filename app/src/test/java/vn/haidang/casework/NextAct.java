package vn.haidang.casework;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.Reader;

/** What an official does next with a case as they saw it last, for tests. */
public final class NextAct {

    private NextAct() {}

    /** At the step where the case stands, naming no paper and knowing that none is named. */
    public static TakeStep of(CaseSummary seen, String outcome, @Nullable String reason, Reader by) {
        return new TakeStep(
                        seen.id(), seen.version(), requireNonNull(seen.step()), outcome, reason, by, UUID.randomUUID())
                .asking(AskedPapers.NAMELESS);
    }
}
