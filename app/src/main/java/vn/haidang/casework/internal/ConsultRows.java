package vn.haidang.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.LegalDuration;

/** The SQL of consults. */
@Component
class ConsultRows {

    private static final String SELECT = """
            select id, case_file, question, join_rule, needed, due_at, silence, silence_basis, state, result, asked_at, asked_by,
              asked_by_name
            from casework.consult
            """;

    /**
     * How the answers stand.
     *
     * @param open how many have not answered
     */
    record Tally(int agreed, int objected, int open) {

        int answered() {
            return agreed + objected;
        }

        /** How they read together. */
        String result() {
            if (agreed > 0) {
                return objected > 0 ? "mixed" : "agreed";
            }
            return objected > 0 ? "objected" : "silent";
        }
    }

    private final JdbcClient jdbc;

    ConsultRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param duration null where whoever asked named the day */
    void insert(Consult consult, @Nullable LegalDuration duration, @Nullable UUID visit, UnitId askingUnit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", consult.id());
        parameters.put("case", consult.caseId().value());
        parameters.put("visit", visit);
        parameters.put("question", consult.question());
        parameters.put("rule", consult.rule().name());
        parameters.put("needed", consult.needed());
        parameters.put("due", Columns.at(consult.dueAt()));
        parameters.put("silence", consult.silence().name());
        parameters.put("basis", consult.basis());
        parameters.put("at", Columns.at(consult.askedAt()));
        parameters.put("by", consult.askedBy());
        parameters.put("by_name", consult.askedByName());
        parameters.put("by_unit", askingUnit.value());
        parameters.put("duration", duration == null ? null : duration.code());
        jdbc.sql("""
                        insert into casework.consult (id, case_file, visit, question, join_rule, needed, due_at, silence, silence_basis,
                          state, asked_at, asked_by, asked_by_name, asked_by_unit, duration)
                        values (:id, :case, :visit, :question, :rule, :needed, :due, :silence, :basis, 'OPEN', :at, :by, :by_name,
                          :by_unit, :duration)
                        """).params(parameters).update();
    }

    Optional<Consult> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, number) -> consult(row))
                .optional();
    }

    /** In the order they were asked, without their answers. */
    List<Consult> of(CaseId id) {
        return jdbc.sql(SELECT + "where case_file = :case order by asked_at, id")
                .param("case", id.value())
                .query((row, number) -> consult(row))
                .list();
    }

    List<UUID> open(CaseId id) {
        return jdbc.sql("select id from casework.consult where case_file = :case and state = 'OPEN' order by id")
                .param("case", id.value())
                .query((row, number) -> Columns.uuid(row, "id"))
                .list();
    }

    /** Whether a case was asked this at a step, on whatever stay there. */
    boolean wasAsked(CaseId id, String step, String question) {
        return jdbc.sql("""
                        select exists (
                          select 1 from casework.consult k join casework.visit v on v.id = k.visit
                          where k.case_file = :case and v.step = :step and k.question = :question)
                        """)
                .param("case", id.value())
                .param("step", step)
                .param("question", question)
                .query(Boolean.class)
                .single();
    }

    /** A question with its new end. */
    record Due(UUID consult, Instant at) {}

    /**
     * Open ones of a case have another end. The timer that a node has in hand waits for the case, and finds there that it comes too
     * early.
     */
    void putOff(CaseId id, List<Due> dues, Instant at, int calendarVersion) {
        jdbc.sql("""
                        with put_off as (
                          update casework.consult q set due_at = d.due_at
                          from unnest(cast(:consults as uuid[]), cast(:dues as timestamptz[])) as d (consult, due_at)
                          where q.id = d.consult
                          returning q.id, q.due_at),
                        items as (
                          update casework.work_item w set due_at = p.due_at
                          from put_off p where w.consult = p.id and w.done_at is null),
                        told as (
                          insert into casework.consult_due (consult, told_at, due_at, calendar_version)
                          select p.id, :at, p.due_at, :version from put_off p)
                        update casework.timer t set due_at = p.due_at
                        from put_off p
                        where t.consult = p.id and t.id in (
                          select free.id from casework.timer free
                          where free.case_file = :case and free.consult is not null
                          for update skip locked)
                        """)
                .param(
                        "consults",
                        Visible.array(dues.stream()
                                .map(due -> due.consult().toString())
                                .toList()))
                .param("dues", dues.stream().map(due -> due.at().toString()).toArray(String[]::new))
                .param("at", Columns.at(at))
                .param("version", calendarVersion)
                .param("case", id.value())
                .update();
    }

    List<UUID> openItems(UUID consult) {
        return jdbc.sql("select id from casework.work_item where consult = :consult and done_at is null order by id")
                .param("consult", consult)
                .query((row, number) -> Columns.uuid(row, "id"))
                .list();
    }

    Tally tally(UUID consult) {
        return jdbc.sql("""
                        select count(*) filter (where outcome = 'agreed') as agreed,
                          count(*) filter (where outcome = 'objected') as objected,
                          count(*) filter (where done_at is null) as open
                        from casework.work_item where consult = :consult
                        """)
                .param("consult", consult)
                .query((row, number) -> new Tally(row.getInt("agreed"), row.getInt("objected"), row.getInt("open")))
                .single();
    }

    /** Ends it; its case is held by this transaction. */
    void end(UUID consult, Consult.State state, @Nullable String result, Instant at) {
        jdbc.sql("update casework.consult set state = :state, result = :result, ended_at = :at where id = :id")
                .param("state", state.name())
                .param("result", result)
                .param("at", Columns.at(at))
                .param("id", consult)
                .update();
    }

    /** Whoever has not answered goes one step up: from anybody to the head of the unit, from the head to the leader above. */
    void escalate(UUID item, UnitId unit, String role) {
        jdbc.sql("""
                        update casework.work_item
                        set unit = :unit, role = :role, claimed_by = null, claimed_by_name = null, assigned_by = null, delegate = null,
                          delegate_name = null, delegated_until = null
                        where id = :item
                        """)
                .param("unit", unit.value())
                .param("role", role)
                .param("item", item)
                .update();
    }

    private static Consult consult(ResultSet row) throws SQLException {
        return new Consult(
                Columns.uuid(row, "id"),
                new CaseId(Columns.uuid(row, "case_file")),
                row.getString("question"),
                ConsultTerms.Rule.valueOf(row.getString("join_rule")),
                row.getInt("needed"),
                Columns.instant(row, "due_at"),
                ConsultTerms.Silence.valueOf(row.getString("silence")),
                row.getString("silence_basis"),
                Consult.State.valueOf(row.getString("state")),
                row.getString("result"),
                Columns.instant(row, "asked_at"),
                row.getObject("asked_by", UUID.class),
                Objects.requireNonNullElse(row.getString("asked_by_name"), ""),
                List.of());
    }
}
