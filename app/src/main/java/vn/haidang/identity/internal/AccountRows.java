package vn.haidang.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts.Account;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;

/** The accounts in the database. */
@Component
public class AccountRows {

    /** What signing in compares. */
    record Credential(AccountId account, @Nullable String passwordHash) {}

    @Language("SQL")
    private static final String ADD = """
            insert into identity.account (id, username, display_name, email, password_hash, created_at)
            values (:id, :username, :displayName, :email, :passwordHash, :createdAt)
            on conflict (username) do nothing
            """;

    @Language("SQL")
    private static final String BY_ID = """
            select a.id, a.username, a.display_name, a.email,
                   exists (select 1 from identity.holding h where h.account = a.id and h.valid @> :today) as official
            from identity.account a
            where a.id = :id and a.closed_at is null
            """;

    @Language("SQL")
    private static final String BY_USERNAME = """
            select a.id, a.username, a.display_name, a.email,
                   exists (select 1 from identity.holding h where h.account = a.id and h.valid @> :today) as official
            from identity.account a
            where a.username = :username and a.closed_at is null
            """;

    @Language("SQL")
    private static final String CREDENTIAL = """
            select a.id, a.password_hash
            from identity.account a
            where a.username = :username and a.closed_at is null
            """;

    @Language("SQL")
    private static final String READER = "select " + ReaderRows.COLUMNS + " from identity.account a " + ReaderRows.POSTS
            + " where a.id = :id and a.closed_at is null";

    @Language("SQL")
    private static final String BELONGS =
            "update identity.account set person = :person where id = :id and person is distinct from :person";

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was added: false when the username is taken. */
    public boolean add(
            AccountId id,
            String username,
            String displayName,
            @Nullable String email,
            @Nullable String passwordHash,
            Instant createdAt) {
        return jdbc.sql(ADD)
                        .param("id", id.value())
                        .param("username", username)
                        .param("displayName", displayName)
                        .param("email", email)
                        .param("passwordHash", passwordHash)
                        .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<Account> find(AccountId id, LocalDate today) {
        return jdbc.sql(BY_ID)
                .param("id", id.value())
                .param("today", today)
                .query((row, number) -> account(row))
                .optional();
    }

    public Optional<Account> byUsername(String username, LocalDate today) {
        return jdbc.sql(BY_USERNAME)
                .param("username", username)
                .param("today", today)
                .query((row, number) -> account(row))
                .optional();
    }

    Optional<Credential> credential(String username) {
        return jdbc.sql(CREDENTIAL)
                .param("username", username)
                .query((row, number) ->
                        new Credential(new AccountId(row.getObject("id", UUID.class)), row.getString("password_hash")))
                .optional();
    }

    /** The account with the posts held, or stood in for, on a day at units that live on it; empty when there is no such open account. */
    public Optional<Reader> reader(AccountId id, LocalDate today) {
        var rows = jdbc.sql(READER)
                .param("id", id.value())
                .param("today", today)
                .query((row, number) -> ReaderRows.row(row))
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(ReaderRows.reader(id, rows));
    }

    @Nullable String passwordHash(AccountId id) {
        return jdbc.sql("select coalesce(password_hash, '') from identity.account where id = :id and closed_at is null")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .filter(hash -> !hash.isEmpty())
                .orElse(null);
    }

    /** @param temporary whether it must be changed at the next sign-in */
    public void password(AccountId id, String hash, boolean temporary) {
        jdbc.sql("""
                        update identity.account set password_hash = :hash, password_temporary = :temporary
                        where id = :id and closed_at is null
                        """)
                .param("hash", hash)
                .param("temporary", temporary)
                .param("id", id.value())
                .update();
    }

    /** Every browser the account is signed in at is signed out, within a second. */
    public void endSessions(AccountId id) {
        jdbc.sql("delete from identity.session where account = :id")
                .param("id", id.value())
                .update();
    }

    /** Whether it was not known before. */
    public boolean belongs(AccountId account, PartyId person) {
        return jdbc.sql(BELONGS)
                        .param("id", account.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("email"),
                row.getBoolean("official"));
    }
}
