package vn.haidang.identity;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.haidang.identity.internal.Rates;

/** Limits how often something may be tried, on all nodes together; whoever tries is kept under a hash only. */
@Component
public class Attempts {

    /** So many at once, so many in every period after; {@code what} names the thing that is tried. */
    public record Limit(String what, int attempts, Duration period) {

        /** How long until one more attempt is there. */
        public Duration pause() {
            return period.dividedBy(attempts).plusSeconds(1);
        }
    }

    private final Rates rates;

    Attempts(Rates rates) {
        this.rates = rates;
    }

    /** Takes one attempt; false when none is left. */
    public boolean take(Limit limit, String who) {
        return rates.take(new Rates.Limit(limit.what(), limit.attempts(), limit.period()), who);
    }
}
