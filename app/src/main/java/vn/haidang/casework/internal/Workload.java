package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/** Who at a unit has how much to do. It counts by the same conditions as the inbox of whoever heads the unit. */
@Component
public class Workload {

    /**
     * What one person has at one step, or what lies in the queue there.
     *
     * @param person null for the queue
     * @param step null for what is no step of a procedure, and for a person without work
     * @param procedure with {@code version} that of one of the cases, to find the name of the step
     * @param week due until Sunday and not late
     * @param done in the last seven days
     */
    public record Line(
            @Nullable AccountId person,
            @Nullable String name,
            @Nullable String step,
            @Nullable String procedure,
            int version,
            long open,
            long late,
            long week,
            long done) {}

    private static final String ACTION = "casework/workload";
    private static final Duration LATELY = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Powers powers;
    private final Clock clock;

    Workload(JdbcClient jdbc, Powers powers, Clock clock) {
        this.jdbc = jdbc;
        this.powers = powers;
        this.clock = clock;
    }

    /**
     * By person, the queue first.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/not-your-unit}
     */
    public List<Line> of(UnitId unit, Reader reader) {
        if (!powers.units(reader, ACTION).contains(unit)) {
            throw CaseworkProblems.notYourUnit();
        }
        Instant now = Days.now(clock);
        NotAbout apart = NotAbout.at(powers.ownUnits(reader, ACTION), reader);
        Map<String, Object> parameters = new HashMap<>(apart.parameters());
        parameters.put("unit", unit.value());
        parameters.put(
                "desk_roles",
                Visible.array(
                        powers.roles("casework/act").stream().map(Role::code).toList()));
        parameters.put("now", Columns.at(now));
        parameters.put("week_end", Columns.at(Days.weekEnd(clock, now)));
        parameters.put("since", Columns.at(now.minus(LATELY)));
        parameters.put("today", LocalDate.now(clock));
        return jdbc.sql("""
                        with work as (
                          select w.claimed_by as person, w.step, w.case_file, w.state = 'OPEN' as open, w.due_at, false as done
                          from casework.work_item w
                          where w.unit = :unit and w.role = any (cast(:desk_roles as text[])) and w.done_at is null
                            and %1$s
                          union all
                          select w.done_by, w.step, w.case_file, false, null, true
                          from casework.work_item w
                          where w.unit = :unit and w.state = 'DONE' and w.done_at > :since and w.done_by is not null
                            and %1$s
                        ), counted as (
                          select k.person, k.step, any_value(k.case_file) as one_case,
                            count(*) filter (where k.open) as open,
                            count(*) filter (where k.open and k.due_at <= :now) as late,
                            count(*) filter (where k.open and k.due_at > :now and k.due_at <= :week_end) as week,
                            count(*) filter (where k.done) as done
                          from work k
                          group by k.person, k.step
                        ), idle as (
                          select distinct p.account as person
                          from identity.pub_holding p
                          where p.unit = :unit and p.role = any (cast(:desk_roles as text[])) and p.valid @> cast(:today as date)
                            and not exists (select 1 from counted k where k.person = p.account)
                        ), told as (
                          select person, step, one_case, open, late, week, done from counted
                          union all
                          select person, null, null, 0, 0, 0, 0 from idle
                        )
                        select t.person, a.display_name, t.step, c.procedure, coalesce(c.procedure_version, 0) as version,
                          t.open, t.late, t.week, t.done
                        from told t
                          left join casework.case_file c on c.id = t.one_case
                          left join lateral (
                            select p.display_name from identity.pub_account p where p.id = t.person offset 0) a on true
                        order by t.person is not null, a.display_name, t.person, t.step nulls last
                        """.formatted(apart.sql()))
                .params(parameters)
                .query((row, number) -> new Line(
                        Columns.optionalAccount(row, "person"),
                        row.getString("display_name"),
                        row.getString("step"),
                        row.getString("procedure"),
                        row.getInt("version"),
                        row.getLong("open"),
                        row.getLong("late"),
                        row.getLong("week"),
                        row.getLong("done")))
                .list();
    }
}
