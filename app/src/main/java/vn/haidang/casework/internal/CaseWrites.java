package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.ClockTerms;
import vn.haidang.journal.Inscription;

/** Writing cases: one statement for each opening and each move. */
@Component
class CaseWrites {

    private static final String OPEN = """
            insert into casework.case_file (id, code, title, procedure, procedure_version, work_file, subject_type,
              subject_id, competent_unit, receiving_unit, channel, applicant, applicant_name, status, step, version,
              filed_at, received_at, due_at, received_online, digitised_at_reception, paper_step, declared, duration,
              after_supplement, after_supplement_source, legal_basis, office_hours, calendar_version, first_promise)
            values (:case, :code, :title, :procedure, :procedure_version, :work_file, :subject_type,
              :subject_id, :competent_unit, :receiving_unit, :channel, :applicant, :applicant_name, :status, :step, :version,
              :filed_at, :received_at, :due_at, :received_online, :digitised, :paper_step, cast(:declared as jsonb), :duration,
              :after_supplement, :after_supplement_source, :legal_basis, :office_hours, :calendar_version,
              cast(:first_promise as jsonb))
            """;

    private static final String MOVE = """
            update casework.case_file
            set status = :status, step = :step, version = :version, due_at = :due_at, accepted_at = :accepted_at,
              closed_at = :closed_at, closed_on = :closed_on, outcome = :outcome, paper_step = :paper_step,
              result_electronic = :result_electronic, calendar_version = :calendar_version,
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

    private static final String TELL = """
            insert into casework.event (id, case_file, case_version, at, verb, actor_kind, actor, actor_name, behalf, behalf_name,
              step, outcome, reason, tells_applicant)
            values (:event, :case, :version, :at, :verb, :actor_kind, :actor, :actor_name, :behalf, :behalf_name,
              :event_step, :event_outcome, :reason, :tells_applicant)
            """;

    private static final String ANSWER = """
            insert into casework.answered_key (account, key, asked, answer, answered_at)
            values (:key_account, :key, :asked, cast(:answer as jsonb), :at)
            """;

    /** What a key was asked and is answered. */
    record Answer(UUID account, UUID key, String asked) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseWrites(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** See {@link Alone} for what {@code alone} saves. */
    void open(Move opened, String firstPromise, Inscription entry, boolean alone) {
        StringBuilder sql = new StringBuilder("with opened as (" + OPEN + ")");
        part(sql, "entered", ENTER);
        if (opened.postsItem()) {
            part(sql, "posted", POST);
        }
        Map<String, Object> parameters = parameters(opened);
        parameters.putAll(terms(opened.to()));
        parameters.put("first_promise", firstPromise);
        inscribe(sql, parameters, entry);
        write(sql, parameters, alone);
    }

    /**
     * Writes the move, and with it its journal entry and the answer of its key where there is one; see {@link Alone} for what
     * {@code alone} saves.
     */
    void move(Move move, @Nullable Answer answer, Inscription entry, boolean alone) {
        StringBuilder sql = new StringBuilder("with moved as (" + MOVE + ")");
        if (move.leaves() != null) {
            part(sql, "left_visit", LEAVE);
        }
        if (move.leaves() != null && move.from().item() != null) {
            part(sql, "finished", FINISH);
        }
        if (move.opensVisit()) {
            part(sql, "entered", ENTER_NEXT);
        }
        if (move.postsItem()) {
            part(sql, "posted", POST);
        } else if (move.leaves() == null && move.to().item() != null) {
            part(sql, "went_on", GO_ON);
        }
        if (move.to().summary().status() == CaseStatus.CLOSED
                && move.from().ties().accompanied()) {
            part(sql, "called_off", CALL_OFF);
            part(sql, "called_off_consults", CALL_OFF_CONSULTS);
        }
        Map<String, Object> parameters = parameters(move);
        if (answer != null) {
            part(sql, "answered", ANSWER);
            parameters.putAll(answered(answer, move.to().summary()));
        }
        inscribe(sql, parameters, entry);
        write(sql, parameters, alone);
    }

    private void write(StringBuilder sql, Map<String, Object> parameters, boolean alone) {
        sql.append(' ').append(TELL);
        if (alone) {
            sql.append(Alone.COMMIT);
        }
        jdbc.sql(sql.toString()).params(parameters).update();
    }

    void answer(Answer answer, CaseSummary summary, Instant at) {
        Map<String, Object> parameters = answered(answer, summary);
        parameters.put("at", Columns.at(at));
        jdbc.sql(ANSWER).params(parameters).update();
    }

    private Map<String, Object> answered(Answer answer, CaseSummary summary) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("key_account", answer.account());
        parameters.put("key", answer.key());
        parameters.put("asked", answer.asked());
        parameters.put("answer", json.writeValueAsString(summary));
        return parameters;
    }

    private static void inscribe(StringBuilder sql, Map<String, Object> parameters, Inscription entry) {
        sql.append(", ").append(entry.parts());
        parameters.putAll(entry.parameters());
    }

    private static void part(StringBuilder sql, String name, String statement) {
        sql.append(", ").append(name).append(" as (").append(statement).append(")");
    }

    private Map<String, Object> parameters(Move move) {
        Map<String, Object> all = new HashMap<>();
        CaseSummary now = move.to().summary();
        CaseFacts facts = move.to().facts();
        all.put("case", now.id().value());
        all.put("status", now.status().name());
        all.put("step", now.step());
        all.put("version", now.version());
        all.put("due_at", Columns.at(now.dueAt()));
        all.put("accepted_at", Columns.at(facts.acceptedAt()));
        all.put("closed_at", Columns.at(now.closedAt()));
        all.put("closed_on", move.closedOn());
        all.put("outcome", now.outcome());
        all.put("paper_step", facts.paperStep());
        all.put("result_electronic", facts.resultElectronic());
        all.put("calendar_version", move.to().calendarVersion());
        all.put("declared", json.writeValueAsString(move.doing().declared()));
        all.put("at", Columns.at(move.doing().at()));
        all.put("actor", move.doing().actor().id());
        all.put("actor_kind", move.doing().actor().kind().name());
        all.put("actor_name", move.doing().name());
        Colleague behalf = move.doing().behalf();
        all.put("behalf", behalf == null ? null : behalf.id().value());
        all.put("behalf_name", behalf == null ? null : behalf.name());
        all.put("reason", move.doing().reason());
        all.put("event", move.event().id());
        all.put("verb", move.event().verb());
        all.put("event_step", move.event().step());
        all.put("event_outcome", move.event().outcome());
        all.put("tells_applicant", move.event().tellsApplicant());
        all.put("left_with", move.leaves());
        all.put("left_visit", move.from().visit());
        all.put(
                "left_item",
                move.from().item() == null ? null : move.from().item().id());
        all.put("visit", move.to().visit());
        all.put("visit_due", Columns.at(move.visitDue()));
        all.put("item_due", Columns.at(move.itemDue()));
        item(all, move.to().item());
        return all;
    }

    private static void item(Map<String, Object> all, Standing.@Nullable Item item) {
        if (item != null) {
            all.put("item", item.id());
            all.put("item_unit", item.unit().value());
            all.put("item_role", item.role().code());
            all.put("item_state", item.state().name());
            all.put("claimed_by", Columns.value(item.claimedBy()));
            all.put("claimed_by_name", item.claimedByName());
        }
    }

    private static Map<String, Object> terms(Standing opened) {
        CaseSummary summary = opened.summary();
        CaseFacts facts = opened.facts();
        ClockTerms terms = opened.terms();
        Map<String, Object> all = new HashMap<>();
        all.put("code", summary.code());
        all.put("title", summary.title());
        all.put("procedure", summary.procedure());
        all.put("procedure_version", summary.procedureVersion());
        all.put("work_file", facts.workFile());
        all.put("subject_type", summary.subjectType());
        all.put("subject_id", summary.subjectId());
        all.put("competent_unit", summary.competentUnit().value());
        all.put("receiving_unit", summary.receivingUnit().value());
        all.put("channel", summary.channel().name());
        all.put("applicant", Columns.value(summary.applicant()));
        all.put("applicant_name", summary.applicantName());
        all.put("filed_at", Columns.at(summary.filedAt()));
        all.put("received_at", Columns.at(summary.receivedAt()));
        all.put("received_online", facts.receivedOnline());
        all.put("digitised", facts.digitised());
        all.put("duration", terms.duration());
        all.put("after_supplement", terms.afterSupplement());
        all.put("after_supplement_source", terms.afterSupplementSource());
        all.put("legal_basis", terms.legalBasis());
        all.put("office_hours", terms.officeHours());
        return all;
    }
}
