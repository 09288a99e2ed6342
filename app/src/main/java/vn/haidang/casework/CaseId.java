package vn.haidang.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;

/** One case: any piece of work with steps, people and clocks. */
public record CaseId(UUID value) {

    public static CaseId next(Clock clock) {
        return new CaseId(UuidCreator.getTimeOrderedEpoch(clock.instant()));
    }
}
