package vn.haidang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The product's own database on the bench's server: roles before the first start, officials after it, and what a finished
 * case has left behind.
 */
final class HaidangDatabase {

    static final String APP = "haidang_app";
    static final String OWNER = "haidang_owner";
    static final String RETENTION = "haidang_retention";

    /** The password of every official of the bench. */
    static final String PASSWORD = "chỉ để đo";

    /** That password as Argon2id, 19 MB and two passes, made once; the database lives for one round. */
    static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$Ifn+Nj3WBrQj9wOFmFR2Eg$kafkM+MjkB/Uc/bsBLiUmhW9jZkIAOVRLGPEhpYgmt0";

    private static final String ROLES = """
            create role haidang_app login;
            create role haidang_owner login;
            create role haidang_retention login;
            create extension btree_gist schema public;
            create extension pg_trgm schema public;
            create extension unaccent schema public;
            create extension pgcrypto schema public;
            grant create on database postgres to haidang_owner;
            """;

    /** Each at a one-stop desk of another commune. */
    private static final String OFFICIALS = """
            with seat as (
              select row_number() over (order by u.key) as number, u.id as unit, uuidv7() as account, uuidv7() as post
              from organization.pub_unit u
              where u.tier = 'COMMUNE' and u.valid @> current_date
              order by u.key
              limit 64
            ), account as (
              insert into identity.account (id, username, display_name, password_hash, created_at)
              select s.account, 'bench-' || s.number, 'Công chức số ' || s.number, ?, now() from seat s
            ), post as (
              insert into identity.post (id, unit, role, title, valid)
              select s.post, s.unit, 'one-stop-officer', 'Công chức một cửa', daterange('2025-07-01', null) from seat s
            )
            insert into identity.holding (post, account, valid)
            select s.post, s.account, daterange('2025-07-01', null) from seat s
            """;

    /** Whole: closed, five items done, six events and entries with their salts or seals, seven values. */
    private static final String FINISHED = """
            with told as (
              select e.subject_ids[1] as case_file, count(*) as entries
              from journal.entry e
              where e.subject_types[1] = 'casework/case' and e.kind = 'act' and cardinality(e.change_fields) > 0
                and exists (select from journal.salt s where s.entry = e.id)
                and (exists (select from journal.unsealed u where u.entry = e.id)
                  or exists (select from journal.leaf l where l.entry = e.id))
              group by e.subject_ids[1]
            )
            select count(*)
            from casework.case_file c
            join told t on t.case_file = c.id and t.entries = 6
            where c.status = 'CLOSED' and c.closed_at is not null
              and 5 = (select count(*) from casework.work_item w where w.case_file = c.id and w.done_at is not null)
              and 5 = (select count(*) from casework.visit v where v.case_file = c.id and v.left_at is not null)
              and 6 = (select count(*) from casework.event e where e.case_file = c.id)
              and 7 = (select count(*) from jsonb_object_keys(c.declared))
            """;

    /** The closed cases as the figures count them, folded or not. */
    private static final String COUNTED = """
            select coalesce(sum(f.amount), 0)
            from (
              select d.amount from indicator.delta d where d.measure = 'casework/work-file-online' and d.component = 'denominator'
              union all
              select c.amount from indicator.cell c where c.measure = 'casework/work-file-online' and c.component = 'denominator'
            ) f
            """;

    private final PostgresServer server;

    HaidangDatabase(PostgresServer server) {
        this.server = server;
    }

    void prepare() throws SQLException {
        try (Connection connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute(ROLES);
        }
    }

    void addOfficials() throws SQLException {
        try (Connection connection = server.connect();
                var statement = connection.prepareStatement(OFFICIALS)) {
            statement.setString(1, HASH);
            statement.executeUpdate();
        }
    }

    /** The username of one official. */
    static String official(int number) {
        return "bench-" + number;
    }

    /** The unit of one official. */
    UUID unit(int number) throws SQLException {
        return UUID.fromString(server.text("""
                select h.unit
                from identity.pub_holding h
                join identity.account a on a.id = h.account
                where a.username = '%s'
                """.formatted(official(number))));
    }

    /** The account of one official. */
    UUID account(int number) throws SQLException {
        return UUID.fromString(
                server.text("select a.id from identity.account a where a.username = '%s'".formatted(official(number))));
    }

    /** Whole cases; none when the figures say another number. */
    long finishedCases() throws SQLException {
        long finished = server.number(FINISHED);
        long counted = server.number(COUNTED);
        if (finished != counted) {
            throw new IllegalStateException("%d cases are whole, the figures count %d".formatted(finished, counted));
        }
        return finished;
    }

    /** What each role is told about the address of the database. */
    List<String> addresses() {
        return List.of(server.jdbcUrl(APP), server.jdbcUrl(OWNER), server.jdbcUrl(RETENTION));
    }
}
