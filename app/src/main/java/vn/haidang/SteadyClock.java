package vn.haidang;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A clock that never shows an earlier time than it showed, whatever somebody does to the machine's: small steps back are waited
 * out, after a large one it runs on from where it was, says so once, and follows the machine again as soon as that has caught up.
 * So ids, deadlines and the order of the journal stay as they happened.
 */
final class SteadyClock extends Clock {

    /** What time services correct by; longer steps are somebody's doing. */
    private static final long SMALL = Duration.ofSeconds(1).toNanos();

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Clock machine;
    private final Consumer<Duration> setBack;
    private final AtomicLong shown;
    private final AtomicLong ahead;

    /** @param setBack is told by how much the machine's clock was set back, each time it is */
    SteadyClock(Clock machine, Consumer<Duration> setBack) {
        this(machine, setBack, new AtomicLong(Long.MIN_VALUE), new AtomicLong());
    }

    private SteadyClock(Clock machine, Consumer<Duration> setBack, AtomicLong shown, AtomicLong ahead) {
        this.machine = machine;
        this.setBack = setBack;
        this.shown = shown;
        this.ahead = ahead;
    }

    /** How far it runs ahead of the machine's clock; zero when all is well. */
    Duration ahead() {
        return Duration.ofNanos(ahead.get());
    }

    @Override
    public Instant instant() {
        while (true) {
            var before = shown.get();
            var wall = nanos(machine.instant());
            var shift = ahead.get();
            if (shift > 0 && wall >= before && ahead.compareAndSet(shift, 0)) {
                shift = 0;
            }
            var now = wall + shift;
            if (now >= before) {
                if (shown.compareAndSet(before, now)) {
                    return instant(now);
                }
            } else if (before - now < SMALL) {
                return instant(before);
            } else if (ahead.compareAndSet(shift, shift + before - now)) {
                setBack.accept(Duration.ofNanos(before - now));
            }
        }
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(machine.withZone(zone), setBack, shown, ahead);
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
