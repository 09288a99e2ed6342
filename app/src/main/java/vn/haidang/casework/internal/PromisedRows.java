package vn.haidang.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.casework.ClockTerms;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.CalendarChange;
import vn.haidang.worktime.Pause;
import vn.haidang.worktime.WorkCalendar;

/** The running clocks that a change of the calendar may move, read and written set-based. */
@Component
class PromisedRows {

    /** What ended before the first day that differs, or began after the last one, is left out. */
    private static final String RUNNING = """
            from casework.case_file c
            where c.status = 'OPEN'
              and (cast(:until as timestamptz) is null or c.filed_at < :until)
              and (c.due_at >= :first or c.calendar_version <> :version)
            """;

    /** One running clock; {@code visible} to whoever asks. */
    record Running(
            UUID id,
            String code,
            String title,
            UnitId unit,
            Instant filedAt,
            Instant dueAt,
            int calendarVersion,
            ClockTerms terms,
            boolean visible) {}

    /** A clock with its new end. */
    record Due(UUID id, UUID event, Instant promised, Instant due) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PromisedRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Running> running(CalendarChange change, Visible visible) {
        return jdbc.sql("""
                        select c.id, c.code, c.title, c.competent_unit, c.filed_at, c.due_at, c.calendar_version,
                          c.duration, c.after_supplement, c.after_supplement_source, c.legal_basis, c.office_hours,
                          (%s) as visible
                        %s
                        order by c.due_at, c.id
                        """.formatted(visible.sql(), RUNNING))
                .params(visible.with(bounds(change)))
                .query((row, number) -> running(row))
                .list();
    }

    Map<UUID, List<Pause>> pauses(CalendarChange change) {
        Map<UUID, List<Pause>> pauses = new HashMap<>();
        jdbc.sql("""
                        select p.case_file, p.from_at, p.to_at, p.reason, p.legal_basis, p.kind
                        from casework.pause p
                        where p.case_file in (select c.id %s)
                        order by p.case_file, p.from_at, p.id
                        """.formatted(RUNNING)).params(bounds(change)).query(row -> {
            pauses.computeIfAbsent(Columns.uuid(row, "case_file"), id -> new ArrayList<>())
                    .add(PauseRows.pause(row));
        });
        return pauses;
    }

    /** Holds the clocks until the transaction ends, so that nobody stops one meanwhile. */
    void hold(CalendarChange change) {
        jdbc.sql("select c.id " + RUNNING + " order by c.id for update of c")
                .params(bounds(change))
                .query(UUID.class)
                .list();
    }

    /** Moves the ends of cases, of what is being done on them, and says so in their histories. */
    void move(List<Due> dues, int calendarVersion, Doing doing) {
        String data = json.writeValueAsString(dues);
        jdbc.sql("""
                        with r as (
                          select id, event, promised, due
                          from jsonb_to_recordset(cast(:data as jsonb)) as r(
                            id uuid, event uuid, promised timestamptz, due timestamptz)
                        ), moved as (
                          update casework.case_file c
                          set due_at = r.due, calendar_version = :version, version = c.version + 1
                          from r where c.id = r.id
                          returning c.id, c.version, c.step, r.event
                        ), visits as (
                          update casework.visit v
                          set due_at = case when v.due_at = r.promised then r.due else least(v.due_at, r.due) end
                          from r where v.case_file = r.id and v.left_at is null
                        ), items as (
                          update casework.work_item w
                          set due_at = case when w.due_at = r.promised then r.due else least(w.due_at, r.due) end
                          from r where w.case_file = r.id and w.visit is not null and w.done_at is null
                        )
                        insert into casework.event (id, case_file, case_version, at, verb, actor_kind, actor, actor_name,
                          step, tells_applicant)
                        select m.event, m.id, m.version, :at, 'due-moved', :actorKind, :actor, :actorName, m.step, true
                        from moved m
                        """)
                .param("data", data)
                .param("version", calendarVersion)
                .param("at", Columns.at(doing.at()))
                .param("actorKind", doing.actor().kind().name())
                .param("actor", doing.actor().id())
                .param("actorName", doing.name())
                .update();
    }

    /** These ends are the same on the new calendar: from now on they are explained by it. */
    void explainBy(List<UUID> cases, int calendarVersion) {
        jdbc.sql("""
                        update casework.case_file set calendar_version = :version
                        where id in (select value::uuid from jsonb_array_elements_text(cast(:cases as jsonb)))
                        """)
                .param("version", calendarVersion)
                .param("cases", json.writeValueAsString(cases))
                .update();
    }

    private static Map<String, Object> bounds(CalendarChange change) {
        Map<String, Object> bounds = new HashMap<>();
        LocalDate last = change.last();
        bounds.put("first", Columns.at(startOf(change.first())));
        bounds.put("until", last == null ? null : Columns.at(startOf(last.plusDays(1))));
        bounds.put("version", change.before().version());
        return bounds;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    private static Running running(ResultSet row) throws SQLException {
        return new Running(
                Columns.uuid(row, "id"),
                row.getString("code"),
                row.getString("title"),
                new UnitId(Columns.uuid(row, "competent_unit")),
                Columns.instant(row, "filed_at"),
                Columns.instant(row, "due_at"),
                row.getInt("calendar_version"),
                new ClockTerms(
                        row.getString("duration"),
                        row.getString("after_supplement"),
                        row.getString("after_supplement_source"),
                        row.getString("legal_basis"),
                        row.getString("office_hours")),
                row.getBoolean("visible"));
    }
}
