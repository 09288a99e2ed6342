package vn.haidang.journal.internal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.haidang.Heartbeat;

/** Runs the sealer every second and keeps the months ahead of the clock; what waits at a stop is sealed at the next start. */
@Component
class SealingLoop extends Heartbeat {

    private final Sealer sealer;
    private final Months months;
    private final Clock clock;

    SealingLoop(Sealer sealer, Months months, Clock clock) {
        super("journal-sealer", Duration.ofSeconds(1));
        this.sealer = sealer;
        this.months = months;
        this.clock = clock;
    }

    @Override
    protected void beat() {
        months.ready(clock.instant());
        sealer.run();
    }

    @Override
    protected String trouble() {
        return "Entries wait for their seal";
    }
}
