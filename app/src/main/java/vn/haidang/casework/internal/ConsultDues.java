package vn.haidang.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.CaseId;
import vn.haidang.worktime.AfterSupplement;
import vn.haidang.worktime.Claim;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Deadlines;
import vn.haidang.worktime.LegalDuration;
import vn.haidang.worktime.Pause;
import vn.haidang.worktime.TimeLimit;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

/**
 * By when questions to other units must be answered: reckoned by worktime, each end kept as it was told. While the clock of the case is
 * stopped by hand theirs is too; whoever named a day by hand named so many days.
 */
@Component
public class ConsultDues {

    /**
     * One question as of a moment.
     *
     * @param units that were asked, as they are called today, in the language asked for
     * @param askedBy empty for the machine
     * @param dueAt first moment that is too late; null while the clock stood still
     * @param own why; null where whoever asked named the day, and nothing moved it
     * @param endedAt null while it was open
     */
    public record View(
            String question,
            String units,
            String unitsEn,
            String askedBy,
            Instant askedAt,
            @Nullable Instant dueAt,
            @Nullable Deadline own,
            ConsultTerms.Silence silence,
            @Nullable String basis,
            @Nullable Instant endedAt) {}

    /** What an end is reckoned from. */
    private record Asked(
            UUID id,
            Instant at,
            @Nullable LegalDuration duration,
            Instant firstDue,
            @Nullable String basis) {

        LegalDuration limit() {
            LocalDate from = LocalDate.ofInstant(at, WorkCalendar.ZONE);
            LocalDate last = LocalDate.ofInstant(firstDue.minusMillis(1), WorkCalendar.ZONE);
            return duration != null
                    ? duration
                    : new LegalDuration.CalendarDays((int) Math.max(0, ChronoUnit.DAYS.between(from, last)));
        }
    }

    private final WorkCalendars calendars;
    private final ConsultRows rows;
    private final JdbcClient jdbc;

    ConsultDues(WorkCalendars calendars, ConsultRows rows, JdbcClient jdbc) {
        this.calendars = calendars;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** The first end of a question. */
    void told(Consult consult) {
        jdbc.sql("""
                        insert into casework.consult_due (consult, told_at, due_at, calendar_version)
                        values (:consult, :at, :due, :version)
                        """)
                .param("consult", consult.id())
                .param("at", Columns.at(consult.askedAt()))
                .param("due", Columns.at(consult.dueAt()))
                .param("version", calendars.current().version())
                .update();
    }

    /** The clock of the case goes on: each open question has as long yet as it had; what was late stays late. */
    void goOn(CaseId id, String officeHours, List<Pause> stood, Instant at) {
        WorkCalendar calendar = calendars.current();
        List<ConsultRows.Due> dues = jdbc
                .sql("""
                        select q.id, q.asked_at, q.duration, q.silence_basis, (
                          select t.due_at from casework.consult_due t where t.consult = q.id order by t.told_at limit 1) as first_due
                        from casework.consult q
                        where q.case_file = :case and q.state = 'OPEN' and q.due_at > :stopped
                        order by q.id
                        """)
                .param("case", id.value())
                .param("stopped", Columns.at(stood.getLast().from()))
                .query((row, number) -> asked(row))
                .list()
                .stream()
                .map(asked -> new ConsultRows.Due(
                        asked.id(),
                        Objects.requireNonNull(
                                reckon(calendar, asked, officeHours, stood, at).due())))
                .toList();
        if (!dues.isEmpty()) {
            rows.putOff(id, dues, at, calendar.version());
        }
    }

    /** Of a case as it stood then, in the order they were asked. */
    List<View> asOf(Standing standing, CaseClock clock) {
        Instant moment = clock.moment();
        return jdbc.sql("""
                        select q.id, q.question, q.asked_at, q.asked_by_name, q.duration, q.silence, q.silence_basis,
                          case when q.ended_at <= :moment then q.ended_at end as ended_at,
                          told.due_at, told.calendar_version, (
                            select t.due_at from casework.consult_due t where t.consult = q.id order by t.told_at limit 1) as first_due,
                          asked.names, asked.names_en
                        from casework.consult q
                          join lateral (
                            select t.due_at, t.calendar_version from casework.consult_due t
                            where t.consult = q.id and t.told_at <= :moment
                            order by t.told_at desc limit 1) told on true
                          cross join lateral (
                            select string_agg(u.name, ', ' order by u.name) as names,
                              string_agg(u.name_en, ', ' order by u.name_en) as names_en
                            from casework.work_item w join organization.pub_unit u on u.id = w.unit
                            where w.case_file = q.case_file and w.consult = q.id) asked
                        where q.case_file = :case and q.asked_at <= :moment
                        order by q.asked_at, q.id
                        """)
                .param("case", standing.summary().id().value())
                .param("moment", Columns.at(moment))
                .query((row, number) -> view(row, standing.terms().officeHours(), clock))
                .list();
    }

    private View view(ResultSet row, String officeHours, CaseClock clock) throws SQLException {
        Asked asked = asked(row);
        Instant ended = Columns.optionalInstant(row, "ended_at");
        Instant until = ended == null ? clock.moment() : ended;
        List<Pause> stood = clock.stops().stream()
                .filter(stop -> stop.from().isBefore(until))
                .map(stop -> new Pause(stop.from(), stop.to(), stop.reason(), stop.legalBasis(), stop.kind()))
                .toList();
        Instant told = Columns.instant(row, "due_at");
        Deadline reckoned =
                reckon(calendars.asKnownOn(row.getInt("calendar_version")), asked, officeHours, stood, until);
        boolean standing = ended == null
                && reckoned.paused()
                && told.isAfter(stood.getLast().from());
        boolean named = asked.duration() == null && !standing && !told.equals(reckoned.due());
        boolean untouched = asked.duration() == null && since(asked, stood).isEmpty();
        return new View(
                row.getString("question"),
                Objects.requireNonNullElse(row.getString("names"), ""),
                Objects.requireNonNullElse(row.getString("names_en"), ""),
                Objects.requireNonNullElse(row.getString("asked_by_name"), ""),
                asked.at(),
                standing ? null : told,
                named || untouched ? null : reckoned,
                ConsultTerms.Silence.valueOf(row.getString("silence")),
                asked.basis(),
                ended);
    }

    private static Deadline reckon(
            WorkCalendar calendar, Asked asked, String officeHours, List<Pause> stood, Instant asOf) {
        TimeLimit limit = new TimeLimit(asked.limit(), asked.basis(), AfterSupplement.RESUME, null);
        return new Deadlines(calendar).due(new Claim(asked.at(), limit, officeHours, since(asked, stood), asOf));
    }

    /** While an applicant is asked for more, units that were asked answer on. */
    private static List<Pause> since(Asked asked, List<Pause> stood) {
        List<Pause> since = new ArrayList<>();
        for (Pause pause : stood) {
            if (pause.kind() == Pause.Kind.BY_HAND && !pause.from().isBefore(asked.at())) {
                since.add(pause);
            }
        }
        return since;
    }

    private static Asked asked(ResultSet row) throws SQLException {
        String duration = row.getString("duration");
        return new Asked(
                Columns.uuid(row, "id"),
                Columns.instant(row, "asked_at"),
                duration == null ? null : LegalDuration.parse(duration),
                Columns.instant(row, "first_due"),
                row.getString("silence_basis"));
    }
}
