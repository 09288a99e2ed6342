package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;

/** The SQL of letters to write and to take away. */
@Component
class ApologiesNear {

    /** No end that an authority warns of is farther away than this, rest days included. */
    private static final Duration FARTHEST = Duration.ofDays(30);

    private final Clocks clocks;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApologiesNear(Clocks clocks, JdbcClient jdbc, Clock clock) {
        this.clocks = clocks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Running cases of somebody, near enough to their end and not past it, without a letter; the most urgent first. */
    List<CaseId> unwritten(ClockRules.ClockRule rule, int most) {
        Instant now = Days.now(clock);
        List<String> hours = jdbc.sql("""
                        select distinct c.office_hours from casework.case_file c
                        where c.closed_at is null and c.due_at > :now and c.due_at <= :farthest
                        """)
                .param("now", Columns.at(now))
                .param("farthest", Columns.at(now.plus(FARTHEST)))
                .query((row, number) -> row.getString("office_hours"))
                .list();
        Clocks.Horizons horizons = clocks.horizons(rule.duration(), hours, now);
        return jdbc.sql("""
                        select c.id from casework.case_file c
                          join unnest(cast(:hours as text[]), cast(:horizons as timestamptz[])) as h (code, horizon)
                            on h.code = c.office_hours
                        where c.closed_at is null and c.status = 'OPEN' and c.applicant_name <> ''
                          and c.due_at > :now and c.due_at <= h.horizon and c.duration ~ '^[0-9]+(wd|d|m)$'
                          and not exists (select from casework.apology a where a.case_file = c.id)
                          and not exists (select from casework.apology_draft d where d.case_file = c.id)
                        order by c.due_at, c.id
                        limit :most
                        """)
                .param("now", Columns.at(now))
                .param("hours", horizons.codes())
                .param("horizons", horizons.moments())
                .param("most", most)
                .query((row, number) -> new CaseId(Columns.uuid(row, "id")))
                .list();
    }

    /** Letters of cases that ended, whose clock stands still, or that have another end now. */
    List<CaseId> unneeded(int most) {
        return jdbc.sql("""
                        select d.case_file from casework.apology_draft d join casework.case_file c on c.id = d.case_file
                        where c.status <> 'OPEN' or c.due_at <> d.due_at
                        order by d.drafted_at
                        limit :most
                        """)
                .param("most", most)
                .query((row, number) -> new CaseId(Columns.uuid(row, "case_file")))
                .list();
    }
}
