package vn.haidang.identity.internal.key;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.spi.KeyDoor;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** The keys in the database. */
@Component
class KeyRows {

    @Language("SQL")
    private static final String SELECT = """
            select k.id, k.account, a.display_name, k.name, k.door, k.actions, k.made_at, k.expires_at, k.used_at, k.revoked_at
            from identity.access_key k
            join identity.account a on a.id = k.account
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID id, AccountId account, String name, KeyDoor door, Set<String> actions, byte[] hash, Instant until) {
        jdbc.sql("""
                        insert into identity.access_key (id, account, name, door, actions, hash, made_at, expires_at)
                        values (:id, :account, :name, :door, cast(:actions as text[]), :hash, :now, :until)
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("name", name)
                .param("door", door.code())
                .param("actions", actions.stream().sorted().toArray(String[]::new))
                .param("hash", hash)
                .param("now", OffsetDateTime.now(clock))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By the hash of what was presented, as long as its account is open. */
    Optional<AccessKey> byHash(byte[] hash) {
        return jdbc.sql(SELECT + " where k.hash = :hash and a.closed_at is null")
                .param("hash", hash)
                .query((row, number) -> key(row))
                .optional();
    }

    Optional<AccessKey> find(UUID id) {
        return jdbc.sql(SELECT + " where k.id = :id")
                .param("id", id)
                .query((row, number) -> key(row))
                .optional();
    }

    /** Newest first. */
    List<AccessKey> of(AccountId account) {
        return jdbc.sql(SELECT + " where k.account = :account order by k.id desc limit 100")
                .param("account", account.value())
                .query((row, number) -> key(row))
                .list();
    }

    Slice<AccessKey> all(PageRequest page) {
        long total = jdbc.sql("select count(*) from identity.access_key")
                .query(Long.class)
                .single();
        return new Slice<>(
                jdbc.sql(SELECT + " order by k.id desc limit :size offset :offset")
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, number) -> key(row))
                        .list(),
                page,
                total);
    }

    /** Writes at most once a minute how late it was used. */
    void used(UUID id) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql(
                        "update identity.access_key set used_at = :now where id = :id and (used_at is null or used_at < :before)")
                .param("now", now)
                .param("before", now.minus(Duration.ofMinutes(1)))
                .param("id", id)
                .update();
    }

    boolean revoke(UUID id, @Nullable UUID by) {
        return jdbc.sql("""
                        update identity.access_key set revoked_at = :now, revoked_by = :by where id = :id and revoked_at is null
                        """)
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static AccessKey key(ResultSet row) throws SQLException {
        return new AccessKey(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("display_name"),
                row.getString("name"),
                KeyDoor.of(row.getString("door")).orElseThrow(),
                Set.of((String[]) row.getArray("actions").getArray()),
                instant(row, "made_at"),
                instant(row, "expires_at"),
                optional(row, "used_at"),
                optional(row, "revoked_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
