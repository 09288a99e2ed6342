package vn.haidang.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.CaseId;
import vn.haidang.worktime.Pause;

/** What is kept of the clock of a case, as of a moment. */
@Component
class ClockRows {

    /**
     * When its end was reckoned.
     *
     * @param before when last until the moment, null for the opening
     * @param again whether it was reckoned after the moment
     * @param first version of the calendar of the opening
     */
    record Reckoned(@Nullable Instant before, boolean again, int first) {}

    private final JdbcClient jdbc;

    ClockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Reckoned reckoned(CaseId id, Instant moment) {
        return jdbc.sql("""
                        select max(e.at) filter (where e.at <= :moment) as before,
                          coalesce(bool_or(e.at > :moment), false) as again,
                          cast(c.first_promise ->> 'calendarVersion' as int) as first
                        from casework.case_file c
                          left join casework.event e
                            on e.case_file = c.id and e.verb in ('supplemented', 'clock-resumed', 'due-moved')
                        where c.id = :case
                        group by c.id
                        """)
                .param("case", id.value())
                .param("moment", Columns.at(moment))
                .query((row, number) -> new Reckoned(
                        Columns.optionalInstant(row, "before"), row.getBoolean("again"), row.getInt("first")))
                .single();
    }

    /** Until when an applicant who was asked for more at a moment was told to answer, as of another moment. */
    Optional<Instant> warned(CaseId id, Instant asked, Instant moment) {
        return jdbc.sql("""
                        select max(w.ends_at) as ends_at
                        from casework.pause p join casework.warning w on w.about = p.id
                        where p.case_file = :case and p.from_at = :asked and w.warned_at <= :moment
                        having max(w.ends_at) is not null
                        """)
                .param("case", id.value())
                .param("asked", Columns.at(asked))
                .param("moment", Columns.at(moment))
                .query((row, number) -> Columns.instant(row, "ends_at"))
                .optional();
    }

    /**
     * The new days of which an applicant was told, the oldest first.
     *
     * @param moment until when, null for all
     */
    List<CaseClock.Extension> extensions(CaseId id, @Nullable Instant moment) {
        return jdbc.sql("""
                        select new_day, reason, sent_at from casework.apology
                        where case_file = :case and sent_at <= coalesce(cast(:moment as timestamptz), 'infinity') order by ordinal
                        """)
                .param("case", id.value())
                .param("moment", Columns.at(moment))
                .query((row, number) -> new CaseClock.Extension(
                        row.getObject("new_day", LocalDate.class),
                        row.getString("reason"),
                        Columns.instant(row, "sent_at")))
                .list();
    }

    /** Those begun until then, the oldest first. */
    List<CaseClock.Stop> stops(CaseId id, Instant moment) {
        return jdbc.sql("""
                        select p.from_at, case when p.to_at <= :moment then p.to_at end as to_at, p.kind, p.reason, p.legal_basis,
                          coalesce(a.display_name, case when p.asked_by is null then '' else '–' end) as asked_by,
                          case when p.to_at <= :moment then coalesce(e.display_name, case when p.ended_by is null then '' else '–' end)
                            else '' end as ended_by
                        from casework.pause p
                          left join identity.pub_account a on a.id = p.asked_by
                          left join identity.pub_account e on e.id = p.ended_by
                        where p.case_file = :case and p.from_at <= :moment
                        order by p.from_at, p.id
                        """)
                .param("case", id.value())
                .param("moment", Columns.at(moment))
                .query((row, number) -> new CaseClock.Stop(
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
