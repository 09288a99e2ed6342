package vn.haidang.form;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;
import vn.haidang.ui.Problem;

/** A form somebody is filling in. */
public record DraftId(UUID value) {

    /** @throws vn.haidang.ui.ProblemException {@code form/no-such-draft}, as for any draft that is not there */
    public static DraftId of(String text) {
        try {
            return new DraftId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw Problem.of("form/no-such-draft", 404).exception();
        }
    }

    public static DraftId next(Clock clock) {
        return new DraftId(UuidCreator.getTimeOrderedEpoch(clock.instant()));
    }
}
