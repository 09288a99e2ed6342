package vn.haidang.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;

/**
 * Cases whose applicants should be told that the office will be late: so near to the end of their time limit as an authority has set,
 * or past it, and nothing was said yet; again near to the end of a day given later, while the rule of the day lets another be given. A limit of hours or of one day is too short for a warning and stands here when it is over.
 */
@Component
public class ApologiesDue {

    /** One of them. */
    public record Waiting(CaseId id, String code, String title, UnitId unit, Instant dueAt, boolean late) {}

    private static final int MOST = 200;

    private final ClockRules rules;
    private final Clocks clocks;
    private final Visibility visibility;
    private final Powers powers;
    private final JdbcClient jdbc;
    private final Chronicle chronicle;

    ApologiesDue(
            ClockRules rules,
            Clocks clocks,
            Visibility visibility,
            Powers powers,
            JdbcClient jdbc,
            Chronicle chronicle) {
        this.visibility = visibility;
        this.rules = rules;
        this.clocks = clocks;
        this.powers = powers;
        this.jdbc = jdbc;
        this.chronicle = chronicle;
    }

    /** At the units the reader heads, of those the reader may see, the most urgent first; empty where no lead time is set. */
    public List<Waiting> of(Reader reader) {
        Instant now = chronicle.now();
        LocalDate today = Apologies.day(now);
        ClockRules.ClockRule rule = rules.on(ClockRules.APOLOGY, today).orElse(null);
        UUID[] units = powers.units(reader, "casework/workload").stream()
                .map(UnitId::value)
                .toArray(UUID[]::new);
        int times = rules.cap(today).map(CaseClock.Cap::times).orElse(0);
        if (rule == null || times == 0 || units.length == 0) {
            return List.of();
        }
        List<String> hours = jdbc.sql("""
                        select distinct office_hours from casework.case_file
                        where competent_unit = any (:units) and closed_at is null
                        """)
                .param("units", units)
                .query((row, number) -> row.getString("office_hours"))
                .list();
        Visible visible = visibility.to(reader);
        Clocks.Horizons horizons = clocks.horizons(rule.duration(), hours, now);
        return jdbc.sql("""
                        select c.id, c.code, c.title, c.competent_unit, c.due_at, c.due_at <= :now as late
                        from casework.case_file c
                          join unnest(cast(:hours as text[]), cast(:horizons as timestamptz[])) as h (code, horizon)
                            on h.code = c.office_hours
                          cross join lateral %s
                        where c.competent_unit = any (:units) and c.closed_at is null and c.status = 'OPEN' and c.applicant_name <> ''
                          and (c.due_at <= :now or (c.due_at <= h.horizon and c.duration ~ '^[0-9]+(wd|d|m)$'))
                          and (p.ends is null or p.ends <= h.horizon) and p.given < :times
                          and %s
                        order by c.due_at, c.id
                        limit :most
                        """.formatted(Extensions.PROMISED, visible.sql()))
                .params(visible.parameters())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("times", times)
                .param("hours", horizons.codes())
                .param("horizons", horizons.moments())
                .param("units", units)
                .param("most", MOST)
                .query((row, number) -> new Waiting(
                        new CaseId(Columns.uuid(row, "id")),
                        row.getString("code"),
                        row.getString("title"),
                        new UnitId(Columns.uuid(row, "competent_unit")),
                        Columns.instant(row, "due_at"),
                        row.getBoolean("late")))
                .list();
    }
}
