package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SteadyClockUnitTests {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    private final Machine machine = new Machine();
    private final List<Duration> told = new ArrayList<>();
    private final SteadyClock clock = new SteadyClock(machine, told::add);

    @Test
    void showsWhatTheMachineShows() {
        assertThat(clock.instant()).isEqualTo(NOON);
        machine.moveBy(Duration.ofDays(3));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(3)));
        assertThat(clock.ahead()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void waitsOutASmallStepBack() {
        clock.instant();
        machine.moveBy(Duration.ofMillis(-300));
        assertThat(clock.instant()).isEqualTo(NOON);
        machine.moveBy(Duration.ofMillis(400));
        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(100));
        assertThat(told).isEmpty();
    }

    @Test
    void runsOnWhenSetBackAndSaysSoOnceAndFollowsAgainWhenTheMachineHasCaughtUp() {
        clock.instant();
        machine.moveBy(Duration.ofHours(-1));

        assertThat(clock.instant()).isEqualTo(NOON);
        machine.moveBy(Duration.ofMinutes(10));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
        assertThat(clock.ahead()).isEqualTo(Duration.ofHours(1));
        assertThat(told).containsExactly(Duration.ofHours(1));

        machine.moveBy(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(machine.instant());
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void neverGoesBackWhateverIsDoneToTheMachine() {
        var chance = new Random(7);
        var before = clock.instant();
        for (int i = 0; i < 10_000; i++) {
            machine.moveBy(Duration.ofMillis(chance.nextLong(-100_000, 100_000)));
            var now = clock.instant();
            assertThat(now).isAfterOrEqualTo(before);
            assertThat(now).isAfterOrEqualTo(machine.instant());
            before = now;
        }
    }

    @Test
    void isTheSameClockInEveryZone() {
        clock.instant();
        machine.moveBy(Duration.ofHours(-1));
        var elsewhere = clock.withZone(java.time.ZoneOffset.UTC);
        assertThat(elsewhere.instant()).isEqualTo(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(told).hasSize(1);
    }

    private static final class Machine extends Clock {

        private Instant now = NOON;

        void moveBy(Duration step) {
            now = now.plus(step);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return MovableClock.VIETNAM;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
