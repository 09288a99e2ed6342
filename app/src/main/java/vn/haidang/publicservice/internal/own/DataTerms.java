package vn.haidang.publicservice.internal.own;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.ClockTerms;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.AfterSupplement;
import vn.haidang.worktime.Claim;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Deadlines;
import vn.haidang.worktime.LegalDuration;
import vn.haidang.worktime.TimeLimit;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

/**
 * By when a request about personal data is acknowledged and answered, by the parameters in force on the day it came in. Where the
 * sources give a span and not which of it applies, both ends are reckoned: the upper one is the limit, the lower one is shown.
 */
@Component
public class DataTerms {

    /** Of the rights, in the order a resident chooses among them. */
    public static final List<String> CODES =
            List.of("access", "provide", "correct", "delete", "restrict", "object", "withdraw");

    private static final String OFFICE_HOURS = "standard";
    private static final String RESUME = "resume";

    /**
     * The parameters of one right.
     *
     * @param least lower end of a span, null where the sources give one time
     * @param extension how much longer it may take when it is put off, once
     * @param confidence as the reference data has it
     */
    public record Right(
            String code,
            String acknowledge,
            @Nullable String least,
            String most,
            String extension,
            String source,
            String confidence) {}

    /**
     * What runs from the moment of sending; every instant is the first that is too late.
     *
     * @param answerFrom lower end of a span, null where there is none
     * @param furthest the latest it may be put off to
     */
    public record Times(
            Instant acknowledgeBy, @Nullable Instant answerFrom, Deadline answer, Instant furthest, ClockTerms clock) {

        public Instant answerBy() {
            return Objects.requireNonNull(answer.due());
        }
    }

    private final JdbcClient jdbc;
    private final WorkCalendars calendars;

    DataTerms(JdbcClient jdbc, WorkCalendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    /** The rights in force on a day, in the order of their codes. */
    public List<Right> on(LocalDate day) {
        return jdbc.sql("""
                        select code, acknowledge, least, most, extension, source, confidence
                        from publicservice.data_right_in_force where valid @> cast(:day as date) order by code
                        """)
                .param("day", day)
                .query((row, number) -> right(row))
                .list();
    }

    /** As it is in force on a day; before the first it was, as the first has it, so that what happened then can be reckoned. */
    public Optional<Right> right(String code, LocalDate day) {
        return jdbc.sql("""
                        select code, acknowledge, least, most, extension, source, confidence
                        from publicservice.data_right_in_force
                        where code = :code and (valid @> cast(:day as date) or lower(valid) > :day)
                        order by valid limit 1
                        """)
                .param("code", code)
                .param("day", day)
                .query((row, number) -> right(row))
                .optional();
    }

    private static Right right(ResultSet row) throws SQLException {
        return new Right(
                row.getString("code"),
                row.getString("acknowledge"),
                row.getString("least"),
                row.getString("most"),
                row.getString("extension"),
                row.getString("source"),
                row.getString("confidence"));
    }

    public Times times(Right right, Instant sent, LocalDate day, UnitId unit) {
        return times(right, sent, calendars.officeHoursOf(unit, day, OFFICE_HOURS), calendars.current());
    }

    /** The same on any calendar, for example one that is only being considered. */
    Times times(Right right, Instant sent, String hours, WorkCalendar calendar) {
        var reckoning = new Reckoning(right, sent, hours, new Deadlines(calendar));
        String least = right.least();
        return new Times(
                reckoning.due(LegalDuration.parse(right.acknowledge())),
                least == null ? null : reckoning.due(LegalDuration.parse(least)),
                reckoning.deadline(LegalDuration.parse(right.most())),
                reckoning.due(longer(right.most(), right.extension())),
                new ClockTerms(right.most(), RESUME, right.source(), right.source(), hours));
    }

    /** What {@link #right} and the office hours of units say, read once for many requests. */
    Known known() {
        List<Dated> rights = jdbc.sql("""
                        select code, acknowledge, least, most, extension, source, confidence, upper(valid) as until
                        from publicservice.data_right_in_force order by code, valid
                        """)
                .query((row, number) -> new Dated(right(row), row.getObject("until", LocalDate.class)))
                .list();
        return new Known(rights, calendars.keptHours());
    }

    /** @param until the day from which it holds no more, null for none */
    private record Dated(Right right, @Nullable LocalDate until) {}

    /** Everything the times of requests are reckoned from, but the calendar. */
    record Known(List<Dated> rights, WorkCalendars.KeptHours hours) {

        Optional<Right> right(String code, LocalDate day) {
            return rights.stream()
                    .filter(dated -> dated.right().code().equals(code)
                            && (dated.until() == null || dated.until().isAfter(day)))
                    .findFirst()
                    .map(Dated::right);
        }

        String hours(UnitId unit, LocalDate day) {
            return hours.of(unit, day, OFFICE_HOURS);
        }
    }

    /**
     * A limit with what may be added to it; both are of one unit, or there is no sum.
     *
     * @throws IllegalArgumentException for two units
     */
    static LegalDuration longer(String limit, String extension) {
        LegalDuration one = LegalDuration.parse(limit);
        LegalDuration more = LegalDuration.parse(extension);
        if (one instanceof LegalDuration.CalendarDays(int days)
                && more instanceof LegalDuration.CalendarDays(int added)) {
            return new LegalDuration.CalendarDays(days + added);
        }
        if (one instanceof LegalDuration.WorkingDays(int days)
                && more instanceof LegalDuration.WorkingDays(int added)) {
            return new LegalDuration.WorkingDays(days + added);
        }
        throw new IllegalArgumentException(limit + " and " + extension);
    }

    private record Reckoning(Right right, Instant sent, String hours, Deadlines deadlines) {

        Instant due(LegalDuration duration) {
            return Objects.requireNonNull(deadline(duration).due());
        }

        Deadline deadline(LegalDuration duration) {
            var limit = new TimeLimit(duration, right.source(), AfterSupplement.RESUME, right.source());
            return deadlines.due(Claim.filed(sent, limit, hours));
        }
    }
}
