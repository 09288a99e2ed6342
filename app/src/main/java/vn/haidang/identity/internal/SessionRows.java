package vn.haidang.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;

/**
 * Sessions in the database, found by the hash of their id: whoever reads the table cannot take over a session. One statement
 * reads a session together with who its account is today, its posts included.
 *
 * <p>What was read is believed for a second by this node, unless it writes the session itself: whoever signs out is out at once on
 * the node that heard it and within a second on the others, and so are rights given or taken. A page and what it loads, or a
 * program that sends one request after another, ask the database once.
 */
@Component
public class SessionRows {

    /**
     * One session.
     *
     * @param words what it carries as text
     * @param objects everything else it carries, serialised; null when nothing
     * @param reader the account as it stands today; null without an account, or when that is closed
     */
    public record Row(
            @Nullable AccountId account,
            Map<String, String> words,
            byte @Nullable [] objects,
            Instant createdAt,
            Instant seenAt,
            Duration idle,
            @Nullable Reader reader) {

        boolean endedAt(Instant now) {
            return !now.isBefore(seenAt.plus(idle));
        }
    }

    /** What changed in a session since it was read; others may change it at the same time. */
    public record Change(
            @Nullable AccountId account,
            Map<String, String> words,
            Set<String> forgotten,
            byte @Nullable [] objects,
            Instant seenAt,
            Duration idle) {}

    private record Believed(LocalDate today, Row row) {}

    private record Line(Row row, ReaderRows.@Nullable Row reader) {}

    static final Duration BELIEVED_FOR = Duration.ofSeconds(1);

    private static final long MOST_BELIEVED = 20_000;
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    @Language("SQL")
    private static final String FIND = """
            select s.account, s.words, s.objects, s.created_at, s.seen_at, extract(epoch from s.idle)::bigint as idle,
              a.id is not null as known,\s""" + ReaderRows.COLUMNS + """

            from identity.session s
            left join identity.account a on a.id = s.account and a.closed_at is null
            """ + ReaderRows.POSTS + """
            where s.id = :id and s.ends_at > :now
            """;

    @Language("SQL")
    private static final String ADD = """
            insert into identity.session (id, account, words, objects, created_at, seen_at, idle, ends_at)
            values (:id, :account, cast(:words as jsonb), :objects, :createdAt, :seenAt, make_interval(secs => :idle), :endsAt)
            """;

    @Language("SQL")
    private static final String CHANGE = """
            update identity.session
            set id = :newId, account = :account, words = (words || cast(:words as jsonb)) - cast(:forgotten as text[]),
              objects = :objects, seen_at = :seenAt, idle = make_interval(secs => :idle), ends_at = :endsAt
            where id = :id
            """;

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;
    private final Cache<String, Believed> believed = Caffeine.newBuilder()
            .expireAfterWrite(BELIEVED_FOR)
            .maximumSize(MOST_BELIEVED)
            .build();

    SessionRows(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Empty when it never was, was deleted or has ended. */
    public Optional<Row> find(String id) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var known = believed.getIfPresent(id);
        if (known != null && known.today().equals(today) && !known.row().endedAt(now)) {
            return Optional.of(known.row());
        }
        var found = read(hash(id), now, today);
        found.ifPresent(row -> believed.put(id, new Believed(today, row)));
        return found;
    }

    private Optional<Row> read(byte[] hash, Instant now, LocalDate today) {
        var lines = database.sql(FIND)
                .param("id", hash)
                .param("now", utc(now))
                .param("today", today)
                .query((columns, number) -> line(columns))
                .list();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var row = lines.getFirst().row();
        var account = row.account();
        var readers = lines.stream()
                .flatMap(line -> Optional.ofNullable(line.reader()).stream())
                .toList();
        var reader = account == null || readers.isEmpty() ? null : ReaderRows.reader(account, readers);
        return Optional.of(
                new Row(account, row.words(), row.objects(), row.createdAt(), row.seenAt(), row.idle(), reader));
    }

    public void add(String id, Instant createdAt, Change change) {
        parameters(database.sql(ADD), change)
                .param("id", hash(id))
                .param("createdAt", utc(createdAt))
                .update();
    }

    /** Writes what changed and keeps it under an id that may be another one. */
    public void change(String id, String newId, Change change) {
        parameters(database.sql(CHANGE), change)
                .param("id", hash(id))
                .param("newId", hash(newId))
                .param("forgotten", change.forgotten().toArray(String[]::new))
                .update();
        doubt(id);
    }

    public void delete(String id) {
        database.sql("delete from identity.session where id = :id")
                .param("id", hash(id))
                .update();
        doubt(id);
    }

    /** How many were deleted. */
    int deleteEnded() {
        return database.sql("delete from identity.session where ends_at <= :now")
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Before and after the commit: what is read in between is not to be believed longer than the change takes. */
    private void doubt(String id) {
        believed.invalidate(id);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    believed.invalidate(id);
                }
            });
        }
    }

    private JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, Change change) {
        var account = change.account();
        return statement
                .param("account", account == null ? null : account.value(), Types.OTHER)
                .param("words", json.writeValueAsString(change.words()))
                .param("objects", change.objects(), Types.BINARY)
                .param("seenAt", utc(change.seenAt()))
                .param("idle", change.idle().toSeconds())
                .param("endsAt", utc(change.seenAt().plus(change.idle())));
    }

    private Line line(ResultSet columns) throws SQLException {
        var account = columns.getObject("account", UUID.class);
        return new Line(
                new Row(
                        account == null ? null : new AccountId(account),
                        json.readValue(columns.getString("words"), WORDS),
                        columns.getBytes("objects"),
                        columns.getObject("created_at", OffsetDateTime.class).toInstant(),
                        columns.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        Duration.ofSeconds(columns.getLong("idle")),
                        null),
                columns.getBoolean("known") ? ReaderRows.row(columns) : null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
