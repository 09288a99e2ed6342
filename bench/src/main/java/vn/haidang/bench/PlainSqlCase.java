package vn.haidang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client that works a case with one prepared statement for each of the eleven requests, each a transaction of its own:
 * fewer statements cannot do it. The rows are those of the product, in number, columns and size.
 */
final class PlainSqlCase implements CaseClient {

    /** As long as the deadline the product promises and explains. */
    private static final String PROMISE =
            "{\"kept\": \"" + "as many letters as a derivation has, line by line ".repeat(20) + "\"}";

    private static final String JOURNAL = """
            ), queued as (
              insert into journal.unsealed (entry) select uuidv7() returning entry
            ), salted as (
              insert into journal.salt (entry, salt)
              select q.entry, decode(replace(gen_random_uuid()::text, '-', ''), 'hex') from queued q
            )
            insert into journal.entry (id, at, kind, actor_kind, actor_id, verb, subject_types, subject_ids,
              change_fields, change_from, change_to, hash)
            select q.entry, now(), 'act', 'account', g.account, 'casework/step-done', array['casework/case'], array[g.id],
              array['version', 'status', 'step'], array_fill(g.hash, array[3]), array_fill(g.hash, array[3]), g.hash
            from queued q, given g
            """;

    private static final String GIVEN = """
            with given as (
              select cast(? as uuid) as id, cast(? as uuid) as account, cast(? as uuid) as unit, cast(? as jsonb) as declared,
                uuidv7() as visit, uuidv7() as item, sha256(uuidv7()::text::bytea) as hash,
            """;

    private static final String ENTER = """
            ), entered as (
              insert into casework.visit (id, case_file, step, entered_at, due_at)
              select g.visit, g.id, g.step, now(), now() + interval '1 day' from given g where g.follows
            ), posted as (
              insert into casework.work_item (id, case_file, visit, step, unit, role, state, posted_at, due_at)
              select g.item, g.id, g.visit, g.step, g.unit, 'one-stop-officer', 'OPEN', now(), now() + interval '1 day'
              from given g where g.follows
            ), told as (
              insert into casework.event (id, case_file, case_version, at, verb, actor_kind, actor, actor_name, step,
                outcome, tells_applicant)
              select uuidv7(), g.id, g.version, now(), 'step-done', 'ACCOUNT', g.account, 'Công chức', g.step, 'done', false
              from given g
            """;

    /** Only after the old visit ended in the same statement: a case has one open visit at any moment. */
    private static final String ENTER_NEXT =
            ENTER.replaceFirst("from given g where g.follows", "from given g, left_visit where g.follows");

    private static final String OPEN = GIVEN + """
                'step-1' as step, 1 as version, true as follows, cast(? as jsonb) as promise
            ), opened as (
              insert into casework.case_file (id, code, title, procedure, procedure_version, work_file, subject_type,
                subject_id, competent_unit, receiving_unit, channel, applicant_name, status, step, version, filed_at,
                received_at, due_at, received_online, digitised_at_reception, declared, duration, after_supplement,
                after_supplement_source, legal_basis, office_hours, calendar_version, first_promise)
              select g.id, 'CV-' || g.id, 'five-steps', 'five-steps', 1, true, 'casework/request', uuidv7(), g.unit, g.unit,
                'ONLINE', '', 'OPEN', g.step, g.version, now(), now(), now() + interval '14 days', true, false, g.declared,
                '10wd', 'resume', 'casework/api', 'casework/api', 'standard', 1, g.promise
              from given g
            """ + ENTER + JOURNAL;

    private static final String FIND = """
            select w.id, w.step, w.unit, w.role, w.state, w.due_at, c.version
            from casework.case_file c
            join casework.work_item w on w.case_file = c.id and w.done_at is null
            where c.id = ?
            """;

    private static final String COMPLETE = GIVEN + """
                'step-' || cast(? as int) + 1 as step, ? + 1 as version, cast(? as int) < 5 as follows
            ), moved as (
              update casework.case_file c
              set status = case when g.follows then 'OPEN' else 'CLOSED' end,
                step = case when g.follows then g.step end, version = g.version, accepted_at = now(),
                closed_at = case when not g.follows then now() end,
                closed_on = case when not g.follows then current_date end,
                outcome = case when not g.follows then 'done' end, declared = c.declared || g.declared
              from given g
              where c.id = g.id
            ), left_visit as (
              update casework.visit v set left_at = now(), left_by = g.account, outcome = 'done'
              from given g
              where v.case_file = g.id and v.left_at is null
              returning v.id
            ), finished as (
              update casework.work_item w set state = 'DONE', done_at = now(), done_by = g.account
              from given g
              where w.id = cast(? as uuid)
            ), counted as (
              insert into indicator.delta (measure, component, unit, day, breakdown, member, known_on, amount)
              select 'casework/work-file-online', 'denominator', g.unit, current_date, '', '', current_date, 1
              from given g where not g.follows
            """ + ENTER_NEXT + JOURNAL;

    private final Connection connection;
    private final PreparedStatement open;
    private final PreparedStatement find;
    private final PreparedStatement complete;
    private final UUID unit;
    private final UUID account;
    private final Latencies latencies = new Latencies();

    PlainSqlCase(Connection connection, UUID unit, UUID account) throws SQLException {
        this.connection = connection;
        this.unit = unit;
        this.account = account;
        this.open = connection.prepareStatement(OPEN);
        this.find = connection.prepareStatement(FIND);
        this.complete = connection.prepareStatement(COMPLETE);
    }

    @Override
    public void work(int number) throws SQLException {
        UUID id = UUID.randomUUID();
        given(open, id, "{\"applicant\": \"Nguyễn Thị Hoa %1$d\", \"receipt\": \"H24-%1$06d\"}".formatted(number));
        open.setString(5, PROMISE);
        write(open);
        for (int step = 1; step <= 5; step++) {
            UUID item = item(id);
            given(complete, id, "{\"result%d\": \"done\"}".formatted(step));
            complete.setInt(5, step);
            complete.setInt(6, step);
            complete.setInt(7, step);
            complete.setObject(8, item);
            write(complete);
        }
    }

    @Override
    public Latencies latencies() {
        return latencies;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void given(PreparedStatement statement, UUID id, String declared) throws SQLException {
        statement.setObject(1, id);
        statement.setObject(2, account);
        statement.setObject(3, unit);
        statement.setString(4, declared);
    }

    private void write(PreparedStatement statement) throws SQLException {
        long begin = System.nanoTime();
        int rows = statement.executeUpdate();
        latencies.add(System.nanoTime() - begin);
        if (rows != 1) {
            throw new SQLException(rows + " entries were written, not one");
        }
    }

    private UUID item(UUID id) throws SQLException {
        find.setObject(1, id);
        long begin = System.nanoTime();
        @Nullable UUID item = null;
        try (var rows = find.executeQuery()) {
            while (rows.next()) {
                item = rows.getObject("id", UUID.class);
            }
        }
        latencies.add(System.nanoTime() - begin);
        if (item == null) {
            throw new SQLException("nothing to do in " + id);
        }
        return item;
    }
}
