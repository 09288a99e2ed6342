package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Pause;
import vn.haidang.worktime.WorkCalendars;

/**
 * The clock of a case as it stood at the end of a day: with the pauses begun by then, on the calendar that the public knew then. Its
 * time limit is the one the case keeps.
 */
@Component
public class ClockReplay {

    /**
     * One pause.
     *
     * @param to null while it lasted on that day
     * @param askedBy who stopped the clock, empty for the machine
     * @param endedBy who let it go on, empty while it lasted and for the machine
     */
    public record Stop(
            Instant from,
            @Nullable Instant to,
            Pause.Kind kind,
            String reason,
            @Nullable String legalBasis,
            String askedBy,
            String endedBy) {}

    /**
     * The answer for one day.
     *
     * @param deadline null where the case was not handed in yet
     * @param stops the oldest first
     */
    public record View(
            CaseSummary summary,
            LocalDate day,
            @Nullable Deadline deadline,
            List<Stop> stops) {}

    private final CaseRows rows;
    private final PauseRows pauses;
    private final Clocks clocks;
    private final WorkCalendars calendars;
    private final Journal journal;
    private final JdbcClient jdbc;

    ClockReplay(
            CaseRows rows,
            PauseRows pauses,
            Clocks clocks,
            WorkCalendars calendars,
            Journal journal,
            JdbcClient jdbc) {
        this.rows = rows;
        this.pauses = pauses;
        this.clocks = clocks;
        this.calendars = calendars;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /**
     * Of a day that is over its end, of today the present moment; of a closed case never later than its end.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}
     */
    public View asOf(CaseId id, LocalDate day, Clock clock, Reader reader) {
        Standing standing = rows.find(id, reader).orElseThrow(CaseworkProblems::noSuchCase);
        journal.read(reader.actor(), "casework/clock", List.of(new Subject(Traces.SUBJECT, id.value())));
        CaseSummary summary = standing.summary();
        Instant moment = moment(summary, day, clock);
        if (moment.isBefore(summary.filedAt())) {
            return new View(summary, day, null, List.of());
        }
        Deadline deadline =
                clocks.on(calendars.asKnownOn(day), standing.terms(), summary.filedAt(), pauses.of(id), moment);
        return new View(summary, day, deadline, stops(id, moment));
    }

    private static Instant moment(CaseSummary summary, LocalDate day, Clock clock) {
        Instant end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusMillis(1);
        Instant now = Days.now(clock);
        Instant moment = end.isAfter(now) ? now : end;
        Instant closedAt = summary.closedAt();
        return closedAt != null && closedAt.isBefore(moment) ? closedAt : moment;
    }

    private List<Stop> stops(CaseId id, Instant moment) {
        return jdbc.sql("""
                        select p.from_at, case when p.to_at <= :moment then p.to_at end as to_at, p.kind, p.reason, p.legal_basis,
                          coalesce(a.display_name, '') as asked_by,
                          case when p.to_at <= :moment then coalesce(e.display_name, '') else '' end as ended_by
                        from casework.pause p
                          left join identity.pub_account a on a.id = p.asked_by
                          left join identity.pub_account e on e.id = p.ended_by
                        where p.case_file = :case and p.from_at <= :moment
                        order by p.from_at, p.id
                        """)
                .param("case", id.value())
                .param("moment", Columns.at(moment))
                .query((row, number) -> new Stop(
                        Columns.instant(row, "from_at"),
                        Columns.optionalInstant(row, "to_at"),
                        Pause.Kind.valueOf(row.getString("kind")),
                        row.getString("reason"),
                        row.getString("legal_basis"),
                        row.getString("asked_by"),
                        row.getString("ended_by")))
                .list();
    }
}
