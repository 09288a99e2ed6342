package vn.haidang.publicservice.internal.own;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Attempts;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** Copies of everything the platform holds of somebody: asked for by themselves, kept three days, sent to nobody else. */
@Component
public class DataCopies {

    /** For so long a finished copy can be fetched. */
    public static final Duration KEPT = Duration.ofDays(3);

    private static final Attempts.Limit ASKING = new Attempts.Limit("data-copy", 5, Duration.ofDays(1));

    /**
     * How far a copy is.
     *
     * @param sha256 of the whole, null while it is not finished
     */
    public record Copy(
            UUID id,
            AccountId account,
            PartyId party,
            Instant askedAt,
            int total,
            int done,
            long bytes,
            @Nullable String sha256,
            @Nullable Instant finishedAt,
            boolean failed) {

        public boolean finished() {
            return finishedAt != null;
        }
    }

    private static final String COLUMNS =
            "select c.id, c.account, c.party, c.asked_at, c.total, c.done, c.bytes, c.sha256, c.finished_at, c.failed from publicservice.data_copy c ";

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final Journal journal;
    private final Clock clock;

    DataCopies(JdbcClient jdbc, Attempts attempts, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Keeps that a copy is wanted, so that it is made even if this node ends; while one is being made no other is begun.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/not-your-data}, {@code publicservice/too-many-data-requests}
     */
    @Transactional
    public UUID ask(UUID key, Reader by) {
        AccountId account = by.account();
        if (account == null || !OwnSubjects.personal(by)) {
            throw DataProblems.notYours();
        }
        PartyId party = Objects.requireNonNull(by.party());
        Optional<UUID> before = jdbc.sql("""
                        select id from publicservice.data_copy
                        where account = :account and party = :party and (key = :key or (finished_at is null and not failed))
                        order by asked_at desc limit 1
                        """)
                .param("account", account.value())
                .param("party", party.value())
                .param("key", key)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
        if (before.isPresent()) {
            return before.get();
        }
        if (!attempts.take(ASKING, account.value().toString())) {
            throw DataProblems.tooMany(ASKING.attempts());
        }
        UUID id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        int begun = jdbc.sql("""
                        insert into publicservice.data_copy
                          (id, key, account, party, asked_at, touched_at, total, done, bytes)
                        values (:id, :key, :account, :party, :now, :now, 0, 0, 0)
                        on conflict (account, key) do nothing
                        """)
                .param("id", id)
                .param("key", key)
                .param("account", account.value())
                .param("party", party.value())
                .param("now", now())
                .update();
        if (begun == 0) {
            return sent(account, party, key);
        }
        journal.act(Act.of("publicservice/data-copy-asked", by.actor()).on(subject(id)));
        return id;
    }

    /** What the same key began at the same time; nothing where it was used in another name. */
    private UUID sent(AccountId account, PartyId party, UUID key) {
        return jdbc.sql("""
                        select id from publicservice.data_copy where account = :account and party = :party and key = :key
                        """)
                .param("account", account.value())
                .param("party", party.value())
                .param("key", key)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .orElseThrow(DataProblems::nothingHere);
    }

    /** One's own; another's, a child's while one acts for oneself, and none are answered alike. */
    public Optional<Copy> mine(UUID id, Reader reader) {
        return mine(reader).stream().filter(copy -> copy.id().equals(id)).findFirst();
    }

    /** Newest first. */
    public List<Copy> mine(Reader reader) {
        AccountId account = reader.account();
        PartyId party = reader.party();
        if (account == null || party == null) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + "where c.account = :account and c.party = :party order by c.asked_at desc limit 20")
                .param("account", account.value())
                .param("party", party.value())
                .query((row, number) -> copy(row))
                .list();
    }

    Optional<Copy> find(UUID id) {
        return jdbc.sql(COLUMNS + "where c.id = :id")
                .param("id", id)
                .query((row, number) -> copy(row))
                .optional();
    }

    /** Sends the bytes of a finished copy, part by part, and journals that it was fetched. */
    public void send(Copy copy, Reader reader, OutputStream to) throws IOException {
        journal.read(reader.actor(), "publicservice/data-copy", List.of(subject(copy.id())));
        for (int part = 0; ; part++) {
            Optional<byte[]> bytes = jdbc.sql("""
                            select content from publicservice.data_copy_part where copy = :copy and number = :number
                            """)
                    .param("copy", copy.id())
                    .param("number", part)
                    .query((row, number) -> row.getBytes(1))
                    .optional();
            if (bytes.isEmpty()) {
                return;
            }
            to.write(bytes.get());
        }
    }

    /** Takes a copy up: what was written before is gone, for it is not known how far it was. False when another works on it. */
    @Transactional
    boolean begin(UUID id, Duration leftAlone) {
        boolean taken = jdbc.sql("""
                                update publicservice.data_copy set touched_at = :now, total = 1, done = 0, bytes = 0
                                where id = :id and finished_at is null and not failed
                                  and (touched_at < :before or (total = 0 and done = 0 and bytes = 0))
                                """)
                        .param("id", id)
                        .param("now", now())
                        .param("before", clock.instant().minus(leftAlone).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (taken) {
            jdbc.sql("delete from publicservice.data_copy_part where copy = :id")
                    .param("id", id)
                    .update();
        }
        return taken;
    }

    void progress(UUID id, int total, int done) {
        jdbc.sql("update publicservice.data_copy set total = :total, done = :done, touched_at = :now where id = :id")
                .param("id", id)
                .param("total", total)
                .param("done", done)
                .param("now", now())
                .update();
    }

    void part(UUID id, int number, byte[] content) {
        jdbc.sql("insert into publicservice.data_copy_part (copy, number, content) values (:id, :number, :content)")
                .param("id", id)
                .param("number", number)
                .param("content", content)
                .update();
    }

    @Transactional
    void finish(UUID id, long bytes, String sha256, Reader by) {
        jdbc.sql("""
                        update publicservice.data_copy
                        set finished_at = :now, touched_at = :now, bytes = :bytes, sha256 = :sha256, done = total where id = :id
                        """)
                .param("id", id)
                .param("now", now())
                .param("bytes", bytes)
                .param("sha256", sha256)
                .update();
        journal.act(Act.of("publicservice/data-copy-made", by.actor())
                .on(subject(id))
                .changed("sha256", null, sha256));
    }

    void fail(UUID id) {
        jdbc.sql(
                        "update publicservice.data_copy set failed = true, touched_at = :now where id = :id and finished_at is null")
                .param("id", id)
                .param("now", now())
                .update();
    }

    /** Those that a node which ended left behind. */
    List<UUID> left(Duration leftAlone) {
        return jdbc.sql("""
                        select id from publicservice.data_copy
                        where finished_at is null and not failed and touched_at < :before order by asked_at limit 20
                        """)
                .param("before", clock.instant().minus(leftAlone).atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Subject subject(UUID id) {
        return new Subject("publicservice/data-copy", id);
    }

    private static Copy copy(java.sql.ResultSet row) throws java.sql.SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Copy(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                new PartyId(row.getObject("party", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getInt("total"),
                row.getInt("done"),
                row.getLong("bytes"),
                row.getString("sha256"),
                finished == null ? null : finished.toInstant(),
                row.getBoolean("failed"));
    }
}
