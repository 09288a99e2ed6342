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
import vn.haidang.worktime.WorkCalendars;

/**
 * By when a request about personal data is acknowledged and answered, by the parameters in force on the day it came in. Where the
 * sources give a span and not which of it applies, both ends are reckoned: the upper one is the limit, the lower one is shown.
 */
@Component
public class DataTerms {

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
                        from publicservice.data_right where valid @> cast(:day as date) order by code
                        """)
                .param("day", day)
                .query((row, number) -> right(row))
                .list();
    }

    /** As it is in force on a day; before the first it was, as the first has it, so that what happened then can be reckoned. */
    public Optional<Right> right(String code, LocalDate day) {
        return jdbc.sql("""
                        select code, acknowledge, least, most, extension, source, confidence
                        from publicservice.data_right
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
        String hours = calendars.officeHoursOf(unit, day, OFFICE_HOURS);
        String least = right.least();
        return new Times(
                due(right.acknowledge(), right, sent, hours),
                least == null ? null : due(least, right, sent, hours),
                deadline(LegalDuration.parse(right.most()), right, sent, hours),
                Objects.requireNonNull(deadline(longer(right.most(), right.extension()), right, sent, hours)
                        .due()),
                new ClockTerms(right.most(), RESUME, right.source(), right.source(), hours));
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

    private Instant due(String duration, Right right, Instant sent, String hours) {
        return Objects.requireNonNull(
                deadline(LegalDuration.parse(duration), right, sent, hours).due());
    }

    private Deadline deadline(LegalDuration duration, Right right, Instant sent, String hours) {
        return new Deadlines(calendars.current())
                .due(Claim.filed(
                        sent, new TimeLimit(duration, right.source(), AfterSupplement.RESUME, right.source()), hours));
    }
}
