package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.HoursInTurn;
import vn.haidang.worktime.OfficeHours;
import vn.haidang.worktime.UnknownOfficeHours;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

/**
 * Open cases that began in office hours which nobody keeps any more: their unit went into another one, or its hours had an end. From the
 * day after those on, their time runs in the hours of the unit that has the case, else in the usual ones; what lies before stays as it
 * was reckoned, and so does the day that was promised. Without this the clock of such a case could not go on.
 */
@Component
public class EndedHours {

    private static final Logger LOG = LoggerFactory.getLogger(EndedHours.class);

    private static final String USUAL = "standard";

    private record Kept(UnitId unit, String hours) {}

    private final WorkCalendars calendars;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    EndedHours(
            WorkCalendars calendars,
            JdbcClient jdbc,
            Journal journal,
            TransactionOperations transactions,
            Clock clock) {
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How many cases go on in other hours; a second time none. */
    public int goOn() {
        LocalDate today = LocalDate.now(clock);
        WorkCalendar calendar = calendars.current();
        int cases = 0;
        for (Kept kept : kept()) {
            try {
                cases += goOn(kept, calendar, today);
            } catch (UnknownOfficeHours unknown) {
                LOG.warn("cases in the office hours {} stand still: {}", kept.hours(), unknown.getMessage());
            }
        }
        return cases;
    }

    private int goOn(Kept kept, WorkCalendar calendar, LocalDate today) {
        LocalDate ended = calendar.officeHours(kept.hours()).ended().orElse(null);
        if (ended == null || ended.isAfter(today)) {
            return 0;
        }
        String next = calendars.officeHoursOf(kept.unit(), ended, USUAL);
        OfficeHours others = calendar.officeHours(next);
        if (next.equals(HoursInTurn.last(kept.hours())) || !others.covers(ended)) {
            return 0;
        }
        return Objects.requireNonNull(
                transactions.execute(status -> change(kept, HoursInTurn.then(kept.hours(), ended, next))));
    }

    private int change(Kept kept, String hours) {
        List<UUID> changed = jdbc.sql("""
                        update casework.case_file set office_hours = :hours, version = version + 1
                        where competent_unit = :unit and office_hours = :before and closed_at is null
                        returning id
                        """)
                .param("hours", hours)
                .param("unit", kept.unit().value())
                .param("before", kept.hours())
                .query((row, number) -> Columns.uuid(row, "id"))
                .list();
        if (!changed.isEmpty()) {
            Act act = Act.of("casework/hours-changed", Actor.SYSTEM).changed("office-hours", kept.hours(), hours);
            changed.forEach(id -> act.on(new Subject(Traces.SUBJECT, id)));
            journal.act(act);
        }
        return changed.size();
    }

    private List<Kept> kept() {
        return jdbc.sql("""
                        select distinct competent_unit, office_hours from casework.case_file where closed_at is null
                        order by competent_unit, office_hours
                        """)
                .query((row, number) ->
                        new Kept(new UnitId(Columns.uuid(row, "competent_unit")), row.getString("office_hours")))
                .list();
    }
}
