package vn.haidang.casework.internal;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.identity.AccountId;

/** Acts that make something: done once for each key, answered alike however often it is sent. */
@Component
class Once {

    private record Answered(String asked, UUID made) {}

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Once(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What the act made, now or when it was sent first.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/key-used-otherwise}, and what the act throws
     */
    UUID make(AccountId account, UUID key, String asked, Supplier<UUID> act) {
        Optional<UUID> before = find(account, key, asked);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                UUID made = act.get();
                store(account, key, asked, made);
                return made;
            }));
        } catch (DuplicateKeyException sameKeyAtTheSameTime) {
            return find(account, key, asked).orElseThrow(CaseworkProblems::keyUsedOtherwise);
        }
    }

    private Optional<UUID> find(AccountId account, UUID key, String asked) {
        Optional<Answered> answered = jdbc.sql("""
                        select asked, answer ->> 'made' as made from casework.answered_key
                        where account = :account and key = :key
                        """)
                .param("account", account.value())
                .param("key", key)
                .query((row, number) -> new Answered(
                        row.getString("asked"),
                        UUID.fromString(Objects.requireNonNullElse(row.getString("made"), key.toString()))))
                .optional();
        answered.filter(each -> !each.asked().equals(asked)).ifPresent(other -> {
            throw CaseworkProblems.keyUsedOtherwise();
        });
        return answered.map(Answered::made);
    }

    private void store(AccountId account, UUID key, String asked, UUID made) {
        jdbc.sql("""
                        insert into casework.answered_key (account, key, asked, answer, answered_at)
                        values (:account, :key, :asked, jsonb_build_object('made', cast(:made as text)), :at)
                        """)
                .param("account", account.value())
                .param("key", key)
                .param("asked", asked)
                .param("made", made.toString())
                .param("at", Columns.at(Days.now(clock)))
                .update();
    }
}
