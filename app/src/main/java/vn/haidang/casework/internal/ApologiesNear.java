package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;

/** The SQL of letters to write and to take away. */
@Component
class ApologiesNear {

    /** No end that an authority warns of is farther away than this, rest days included. */
    private static final Duration FARTHEST = Duration.ofDays(30);

    /** Cases that may be near the end of their time limit, or of a day given later; each way along its index. */
    private static final String NEAR = """
            select c.id from casework.case_file c
            where c.closed_at is null and c.due_at > :now and c.due_at <= :farthest
            union
            select a.case_file from casework.apology a
            where a.new_day between cast(:now as date) - 1 and cast(:farthest as date)""";

    private final Clocks clocks;
    private final Extensions extensions;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApologiesNear(Clocks clocks, Extensions extensions, JdbcClient jdbc, Clock clock) {
        this.clocks = clocks;
        this.extensions = extensions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Running cases of somebody, near enough to the day they were promised and not past it, without a letter and with a new day left; the
     * most urgent first.
     */
    List<CaseId> unwritten(ClockRules.ClockRule rule, int most) {
        Instant now = Days.now(clock);
        List<String> hours = jdbc.sql("""
                        select distinct c.office_hours from casework.case_file c
                        where c.closed_at is null and c.id in (%s)
                        """.formatted(NEAR))
                .param("now", Columns.at(now))
                .param("farthest", Columns.at(now.plus(FARTHEST)))
                .query((row, number) -> row.getString("office_hours"))
                .list();
        Clocks.Horizons horizons = clocks.horizons(rule.duration(), hours, now);
        return jdbc.sql("""
                        select c.id from casework.case_file c
                          join unnest(cast(:hours as text[]), cast(:horizons as timestamptz[])) as h (code, horizon)
                            on h.code = c.office_hours
                          cross join lateral %s
                        where c.id in (%s) and c.closed_at is null and c.status = 'OPEN' and c.applicant_name <> ''
                          and greatest(c.due_at, p.ends) > :now and greatest(c.due_at, p.ends) <= h.horizon
                          and c.duration ~ '^[0-9]+(wd|d|m)$' and p.given < :times
                          and not exists (select from casework.apology_draft d where d.case_file = c.id)
                        order by greatest(c.due_at, p.ends), c.id
                        limit :most
                        """.formatted(Extensions.PROMISED, NEAR))
                .param("farthest", Columns.at(now.plus(FARTHEST)))
                .param("times", extensions.most(LocalDate.now(clock)))
                .param("now", Columns.at(now))
                .param("hours", horizons.codes())
                .param("horizons", horizons.moments())
                .param("most", most)
                .query((row, number) -> new CaseId(Columns.uuid(row, "id")))
                .list();
    }

    /** Letters of cases that ended, whose clock stands still, that have another end now, or that may not be given another day. */
    List<CaseId> unneeded(int most) {
        return jdbc.sql("""
                        select d.case_file from casework.apology_draft d join casework.case_file c on c.id = d.case_file
                        where c.status <> 'OPEN' or c.due_at <> d.due_at
                          or (select count(*) from casework.apology a where a.case_file = c.id) >= :times
                        order by d.drafted_at
                        limit :most
                        """)
                .param("times", extensions.most(LocalDate.now(clock)))
                .param("most", most)
                .query((row, number) -> new CaseId(Columns.uuid(row, "case_file")))
                .list();
    }
}
