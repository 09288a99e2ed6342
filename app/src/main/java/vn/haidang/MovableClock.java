package vn.haidang;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one clock of the platform: real time plus an offset, in the zone of Vietnam. It is moved only by tests and by the
 * loader of the demo city, and only forward: what was recorded stays in the past. For one thread it can stand still at a moment
 * of the past while everybody else's time runs on.
 */
public final class MovableClock extends Clock {

    private static final Logger LOG = LoggerFactory.getLogger(MovableClock.class);

    /** The zone in which days begin and end for every authority of Vietnam. */
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private final Clock real;
    private final AtomicReference<Duration> offset;

    private MovableClock(Clock real, AtomicReference<Duration> offset) {
        this.real = real;
        this.offset = offset;
    }

    /** Real time, which never goes back whatever is done to the machine's clock. */
    public static MovableClock real() {
        return new MovableClock(
                new SteadyClock(
                        Clock.system(VIETNAM),
                        step -> LOG.warn(
                                "platform/clock-set-back: the clock of this machine was set back by {}; time runs on from"
                                        + " where it was until the machine has caught up",
                                step)),
                new AtomicReference<>(Duration.ZERO));
    }

    /** A clock that shows {@code start} now and runs on from there; {@code start} may lie in the past. */
    public static MovableClock startingAt(Instant start) {
        var clock = real();
        clock.returnTo(start);
        return clock;
    }

    /** Moves forward to {@code instant}. Throws IllegalArgumentException if that is already past. */
    public void moveTo(Instant instant) {
        offset.updateAndGet(before -> {
            if (instant.isBefore(real.instant().plus(before))) {
                throw new IllegalArgumentException("the clock moves only forward: " + instant + " is already past");
            }
            return Duration.between(real.instant(), instant);
        });
    }

    /** Moves forward by {@code step}. */
    public void moveBy(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("the clock moves only forward");
        }
        offset.updateAndGet(before -> before.plus(step));
    }

    /** Sets the clock anew, backwards if need be: only while the demo city plays its history, or between tests. */
    public void returnTo(Instant instant) {
        offset.set(Duration.between(real.instant(), instant));
    }

    /** Does something at this moment: until it is done the clock stands there for the calling thread, and for no other. */
    public static void at(Instant moment, Runnable act) {
        ScopedValue.where(MOMENT, moment).run(act);
    }

    /** Whether the clock stands for the calling thread. */
    public static boolean stands() {
        return MOMENT.isBound();
    }

    @Override
    public Instant instant() {
        return MOMENT.isBound() ? MOMENT.get() : real.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(real.withZone(zone), offset);
    }
}
