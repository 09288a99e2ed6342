package vn.haidang.identity.internal.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.organization.UnitId;

/**
 * One change of officials, posts or roles at a time, in a transaction of its own; what is only tried is taken back. On no day may it
 * leave the city without somebody who can change these things, where there was somebody.
 */
@Component
class OneChange {

    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final RoleRows roles;
    private final Clock clock;

    OneChange(TransactionOperations transactions, JdbcClient jdbc, RoleRows roles, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.roles = roles;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    <T> T tried(Supplier<T> what) {
        return made(status -> {
            status.setRollbackOnly();
            return what.get();
        });
    }

    <T> T made(Function<TransactionStatus, T> what) {
        return Objects.requireNonNull(transactions.execute(status -> {
            alone();
            return what.apply(status);
        }));
    }

    /** Until the end of the caller's transaction, if there is one, no other change is made. */
    private void alone() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.staff'))")
                .query((row, number) -> 0)
                .single();
    }

    /** Whether making it leaves a day, from today on, without an administrator that had one. */
    boolean losesTheLastAdministrator(Runnable making) {
        var before = roles.daysWithSomebodyWho(RoleDesk.POWER, today());
        making.run();
        return !roles.stillOn(before, RoleDesk.POWER, today());
    }

    /** Whether the end of units on a day leaves a day, from today on, without an administrator that had one. */
    boolean endOfUnitsLosesTheLastAdministrator(Collection<UnitId> ending, LocalDate on) {
        alone();
        return roles.leavesNobodyWho(RoleDesk.POWER, today(), ending, on);
    }
}
