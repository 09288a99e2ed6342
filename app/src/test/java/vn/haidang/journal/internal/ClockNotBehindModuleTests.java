package vn.haidang.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.StartRefused;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;

@ModuleTest
class ClockNotBehindModuleTests {

    private final Journal journal;
    private final JdbcClient database;
    private final MovableClock clock;
    private final TransactionOperations transactions;

    ClockNotBehindModuleTests(
            Journal journal, JdbcClient database, MovableClock clock, TransactionOperations transactions) {
        this.journal = journal;
        this.database = database;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Later than anything another class may have recorded. */
    @BeforeEach
    void somethingIsRecordedLate() {
        new ClockNotBehind(database, clock, true, false).run();
        clock.moveBy(Duration.ofHours(2));
        transactions.executeWithoutResult(
                status -> journal.act(Act.of("test/late", Actor.SYSTEM).because("test")));
    }

    @Test
    void startsWhenTheClockIsWhereTheHistoryEnds() {
        var now = clock.instant();
        new ClockNotBehind(database, clock, false, false).run();
        assertThat(clock.instant()).isBetween(now, now.plusSeconds(60));
    }

    @Test
    void runsOnFromTheNewestEntryWhenTheClockIsALittleBehind() {
        var newest = clock.instant();
        clock.returnTo(newest.minus(Duration.ofMinutes(5)));
        new ClockNotBehind(database, clock, false, false).run();
        assertThat(clock.instant()).isBetween(newest.minusSeconds(60), newest.plusSeconds(60));
    }

    @Test
    void refusesToStartInOneLineWhenTheClockWasSetBack() {
        var behind = clock.instant().minus(Duration.ofHours(1));
        clock.returnTo(behind);

        assertThatThrownBy(() -> new ClockNotBehind(database, clock, false, false).run())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("platform/clock-set-back")
                .hasMessageNotContaining("\n");
        new ClockNotBehind(database, clock, false, true).run();
        assertThat(clock.instant()).isBefore(behind.plusSeconds(60));
        new ClockNotBehind(database, clock, true, false).run();
        assertThat(clock.instant()).isAfter(behind.plus(Duration.ofMinutes(50)));
    }
}
