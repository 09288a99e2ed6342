package vn.haidang.journal.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.MovableClock;
import vn.haidang.StartRefused;
import vn.haidang.StartStep;

/**
 * Compares the clock with the history before anything is added to it. A clock that is behind by a little, or that may be moved
 * ({@code HAIDANG_CLOCK}, a demo city), runs on from the newest entry; behind by more, the start is refused: what would be
 * recorded now would come before what was recorded, and every promise would be reckoned from a wrong day.
 */
@Component
class ClockNotBehind extends StartStep {

    static final String CODE = "platform/clock-set-back";

    private static final Logger LOG = LoggerFactory.getLogger(ClockNotBehind.class);

    /** The clocks of several nodes are never quite the same. */
    private static final Duration BETWEEN_NODES = Duration.ofSeconds(5);

    private static final Duration WAITED_OUT = Duration.ofMinutes(10);
    private static final String ACCEPTED = "accept";

    private final JdbcClient database;
    private final MovableClock clock;
    private final boolean set;
    private final boolean accepted;

    @Autowired
    ClockNotBehind(
            JdbcClient database,
            MovableClock clock,
            @Value("${haidang.clock:}") String set,
            @Value("${haidang.demo-scale:0}") double demo,
            @Value("${haidang.clock-back:}") String back) {
        this(database, clock, !set.isBlank() || demo > 0, back.equals(ACCEPTED));
    }

    ClockNotBehind(JdbcClient database, MovableClock clock, boolean set, boolean accepted) {
        super(Place.CLOCK);
        this.database = database;
        this.clock = clock;
        this.set = set;
        this.accepted = accepted;
    }

    @Override
    protected void run() {
        Instant newest = database.sql("select e.at from journal.entry e order by e.id desc limit 1")
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.MIN);
        Instant now = clock.instant();
        if (!newest.isAfter(now.plus(BETWEEN_NODES))) {
            return;
        }
        if (accepted) {
            LOG.warn("{}: the clock shows {}, {} was recorded; accepted", CODE, now, newest);
        } else if (set || newest.isBefore(now.plus(WAITED_OUT))) {
            LOG.warn("{}: the clock shows {}, {} was recorded; it runs on from there", CODE, now, newest);
            clock.moveTo(newest);
        } else {
            throw new StartRefused(
                    CODE + ": the clock of this machine shows " + now + ", but something was recorded at " + newest
                            + "; set the clock right (if the record is wrong: HAIDANG_CLOCK_BACK=accept)");
        }
    }
}
