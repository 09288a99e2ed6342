package vn.haidang.casework.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseStatus;

/** The one statement of an opening or a move, by what it consists of; each is put together once. */
final class MoveSql {

    private static final String OPEN = """
            insert into casework.case_file (id, code, title, procedure, procedure_version, work_file, subject_type,
              subject_id, competent_unit, receiving_unit, channel, applicant, applicant_name, status, step, version,
              filed_at, received_at, due_at, received_online, digitised_at_reception, paper_step, declared, duration,
              after_supplement, after_supplement_source, legal_basis, office_hours, calendar_version, first_promise, accompanied)
            values (:case, :code, :title, :procedure, :procedure_version, :work_file, :subject_type,
              :subject_id, :competent_unit, :receiving_unit, :channel, :applicant, :applicant_name, :status, :step, :version,
              :filed_at, :received_at, :due_at, :received_online, :digitised, :paper_step, cast(:declared as jsonb), :duration,
              :after_supplement, :after_supplement_source, :legal_basis, :office_hours, :calendar_version,
              cast(:first_promise as jsonb), :accompanied)
            """;

    private static final String MOVE = """
            update casework.case_file
            set status = :status, step = :step, version = :version, due_at = :due_at, accepted_at = :accepted_at,
              closed_at = :closed_at, closed_on = :closed_on, outcome = :outcome, paper_step = :paper_step,
              result_electronic = :result_electronic, calendar_version = :calendar_version,
              accompanied = accompanied or :accompanied,
              blocks = case when cast(:closed_at as timestamptz) is null then blocks else 0 end,
              declared = case when cast(:declared as jsonb) = '{}' then declared else declared || cast(:declared as jsonb) end
            where id = :case
            """;

    private static final String LEAVE = """
            update casework.visit set left_at = :at, left_by = :actor, outcome = :left_with where id = :left_visit
            returning id
            """;

    private static final String FINISH = """
            update casework.work_item
            set state = 'DONE', done_at = :at, done_by = :actor, done_for = :behalf where id = :left_item
            """;

    /** Where a standing is remembered: the row must be the one that was written then. */
    private static final String UNCHANGED = " and xmin = cast(:written_by as xid) returning id";

    private static final String ENTER = """
            insert into casework.visit (id, case_file, step, entered_at, due_at)
            values (:visit, :case, :step, :at, :visit_due)
            """;

    /** Only after the old visit ended in the same statement: a case has one open visit at any moment. */
    private static final String ENTER_NEXT = """
            insert into casework.visit (id, case_file, step, entered_at, due_at)
            select cast(:visit as uuid), cast(:case as uuid), cast(:step as text), cast(:at as timestamptz),
              cast(:visit_due as timestamptz)
            from left_visit
            """;

    private static final String POST = """
            insert into casework.work_item (id, case_file, visit, step, unit, role, state, claimed_by, claimed_by_name,
              posted_at, due_at)
            values (:item, :case, :visit, :step, :item_unit, :item_role, :item_state, :claimed_by, :claimed_by_name,
              :at, :item_due)
            """;

    private static final String GO_ON = """
            update casework.work_item set state = :item_state, due_at = :item_due where id = :item
            """;

    private static final String CALL_OFF = """
            update casework.work_item
            set state = 'CANCELLED', done_at = :at
            where case_file = :case and kind in ('CONSULT', 'TASK') and done_at is null
            """;

    private static final String CALL_OFF_CONSULTS = """
            update casework.consult set state = 'CANCELLED', ended_at = :at where case_file = :case and state = 'OPEN'
            """;

    /** Answers the transaction that wrote it. */
    private static final String TELL = """
            insert into casework.event (id, case_file, case_version, at, verb, actor_kind, actor, actor_name, behalf, behalf_name,
              step, outcome, reason, tells_applicant)
            values (:event, :case, %s, :at, :verb, :actor_kind, :actor, :actor_name, :behalf, :behalf_name,
              :event_step, :event_outcome, :reason, :tells_applicant)
            returning xmin
            """;

    private static final String VERSION = ":version";

    /** No version at all, and so no statement, where case or item were changed since. */
    private static final String VERSION_IF_UNCHANGED =
            "cast(:version as bigint) / (select count(*) from moved cross join finished)";

    static final String ANSWER = """
            insert into casework.answered_key (account, key, asked, answer, answered_at)
            values (:key_account, :key, :asked, cast(:answer as jsonb), :at)
            """;

    private enum Kind {
        OPENS,
        LEAVES,
        LEAVES_UNREAD,
        GOES_ON
    }

    private record Shape(
            Kind kind,
            boolean finishes,
            boolean enters,
            boolean posts,
            boolean goesOn,
            boolean callsOff,
            boolean answers,
            String entry,
            @Nullable String facts) {}

    private static final Map<Shape, Ready> READY = new ConcurrentHashMap<>();

    private MoveSql() {}

    static Ready opening(Move opened, CaseWrites.Beside beside) {
        return READY.computeIfAbsent(
                new Shape(
                        Kind.OPENS,
                        false,
                        true,
                        opened.postsItem(),
                        false,
                        false,
                        beside.answer() != null,
                        beside.entry().parts(),
                        beside.factsPart()),
                MoveSql::put);
    }

    static Ready moving(Move move, CaseWrites.Beside beside) {
        boolean leaves = move.leaves() != null;
        boolean finishes = leaves && move.from().item() != null;
        boolean unread = move.from().writtenBy() != null;
        if (unread && !finishes) {
            throw new IllegalStateException("only whoever does a work item moves a case unread");
        }
        return READY.computeIfAbsent(
                new Shape(
                        unread ? Kind.LEAVES_UNREAD : leaves ? Kind.LEAVES : Kind.GOES_ON,
                        finishes,
                        move.opensVisit(),
                        move.postsItem(),
                        !move.postsItem() && !leaves && move.to().item() != null,
                        move.to().summary().status() == CaseStatus.CLOSED
                                && move.from().ties().accompanied(),
                        beside.answer() != null,
                        beside.entry().parts(),
                        beside.factsPart()),
                MoveSql::put);
    }

    private static Ready put(Shape shape) {
        boolean unread = shape.kind() == Kind.LEAVES_UNREAD;
        boolean leaves = unread || shape.kind() == Kind.LEAVES;
        boolean opens = shape.kind() == Kind.OPENS;
        StringBuilder sql = new StringBuilder("with moved as (")
                .append(opens ? OPEN : MOVE)
                .append(unread ? UNCHANGED : "")
                .append(")");
        part(sql, leaves, "left_visit", LEAVE);
        part(sql, shape.finishes(), "finished", unread ? FINISH + UNCHANGED : FINISH);
        part(sql, shape.enters(), "entered", opens ? ENTER : ENTER_NEXT);
        part(sql, shape.posts(), "posted", POST);
        part(sql, shape.goesOn(), "went_on", GO_ON);
        part(sql, shape.callsOff(), "called_off", CALL_OFF);
        part(sql, shape.callsOff(), "called_off_consults", CALL_OFF_CONSULTS);
        part(sql, shape.answers(), "answered", ANSWER);
        sql.append(", ").append(shape.entry());
        if (shape.facts() != null) {
            sql.append(", ").append(shape.facts());
        }
        return Ready.of(sql.append(' ')
                .append(TELL.formatted(unread ? VERSION_IF_UNCHANGED : VERSION))
                .toString());
    }

    private static void part(StringBuilder sql, boolean wanted, String name, String statement) {
        if (wanted) {
            sql.append(", ").append(name).append(" as (").append(statement).append(")");
        }
    }
}
