package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.AccountId;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;

/** What submissions were answered, by account and key. */
@Component
class AnsweredKeys {

    static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Journal journal;
    private final Clock clock;

    AnsweredKeys(JdbcClient jdbc, JsonMapper json, Journal journal, Clock clock) {
        this.journal = journal;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The answer given before; a key used for something else is refused. */
    Optional<CaseSummary> find(AccountId account, UUID key, String asked) {
        return jdbc.sql("select asked, answer from casework.answered_key where account = :account and key = :key")
                .param("account", account.value())
                .param("key", key)
                .query((row, number) -> read(row.getString("asked"), row.getString("answer"), asked))
                .optional();
    }

    CaseSummary read(String askedBefore, String answer, String asked) {
        if (!askedBefore.equals(asked)) {
            throw CaseworkProblems.keyUsedOtherwise();
        }
        return json.readValue(answer, CaseSummary.class);
    }

    /** How many were deleted; an act says so. */
    @Transactional
    public int deleteOld() {
        int deleted = jdbc.sql("delete from casework.answered_key where answered_at < :before")
                .param("before", Columns.at(clock.instant().minus(KEPT)))
                .update();
        if (deleted > 0) {
            journal.act(Act.of("casework/keys-deleted", Actor.SYSTEM)
                    .changed("keys", null, deleted)
                    .because("casework/retention"));
        }
        return deleted;
    }
}
