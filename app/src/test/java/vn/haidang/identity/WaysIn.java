package vn.haidang.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What lets somebody into an account: a password, a session that is open, and a code for the day an authenticator is lost. */
public final class WaysIn {

    private WaysIn() {}

    /** One of each. */
    public static void give(JdbcClient database, AccountId account) {
        database.sql("""
                        with known as (
                          update identity.account set password_hash = 'x' where id = :id
                        ), session as (
                          insert into identity.session (id, account, created_at, seen_at, idle, ends_at)
                          values (decode(md5(:mark), 'hex'), :id, timestamptz '2026-03-02', timestamptz '2026-03-02',
                            interval '1 day', timestamptz '2126-03-02')
                        )
                        insert into identity.recovery_code (account, hash, made_at)
                        values (:id, decode(md5(:mark), 'hex'), timestamptz '2026-03-02')
                        """)
                .param("id", account.value())
                .param("mark", "ways into " + account.value())
                .update();
    }

    public static long count(JdbcClient database, AccountId account) {
        return database.sql("""
                        select (select count(*) from identity.account where id = :id and password_hash is not null)
                          + (select count(*) from identity.session where account = :id)
                          + (select count(*) from identity.recovery_code where account = :id)
                        """).param("id", account.value()).query(Long.class).single();
    }
}
