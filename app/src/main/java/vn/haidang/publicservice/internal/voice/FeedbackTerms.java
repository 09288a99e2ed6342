package vn.haidang.publicservice.internal.voice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** By when each act on feedback must be done, by the parameters in force on the day it came in or was answered. */
@Component
class FeedbackTerms {

    private static final String OFFICE_HOURS = "standard";
    private static final String RESUME = "resume";

    /** One parameter. */
    record Term(String term, String duration, String source) {}

    /** What runs from the moment of sending; the answer is timed by the case. */
    record Times(Instant refuseBy, Instant askBy, ClockTerms resolve) {}

    private final JdbcClient jdbc;
    private final WorkCalendars calendars;

    FeedbackTerms(JdbcClient jdbc, WorkCalendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    Times from(Instant sent, LocalDate day, UnitId unit) {
        Map<String, Term> terms = on(day);
        String hours = calendars.officeHoursOf(unit, day, OFFICE_HOURS);
        Term resolve = need(terms, "resolve");
        return new Times(
                by(need(terms, "refuse"), sent, hours),
                by(need(terms, "ask"), sent, hours),
                new ClockTerms(resolve.duration(), RESUME, resolve.source(), resolve.source(), hours));
    }

    /** First moment too late to decide on publishing what is answered now. */
    Instant publishBy(Instant answered, LocalDate day, UnitId unit) {
        return by(need(on(day), "publish"), answered, calendars.officeHoursOf(unit, day, OFFICE_HOURS));
    }

    /** One of them with its derivation, on the calendar it was reckoned on. */
    Deadline explain(String term, Instant from, LocalDate day, UnitId unit, int calendar) {
        return reckon(
                need(on(day), term),
                from,
                calendars.officeHoursOf(unit, day, OFFICE_HOURS),
                calendars.asKnownOn(calendar));
    }

    /** The same, on the calendar as it was recorded at the end of that day. */
    Deadline explain(String term, Instant from, LocalDate day, UnitId unit) {
        return explain(term, from, day, unit, calendars.asKnownOn(day).version());
    }

    private Instant by(Term term, Instant from, String hours) {
        return Objects.requireNonNull(
                reckon(term, from, hours, calendars.current()).due());
    }

    private static Deadline reckon(Term term, Instant from, String hours, WorkCalendar calendar) {
        TimeLimit limit = new TimeLimit(
                LegalDuration.parse(term.duration()), term.source(), AfterSupplement.RESUME, term.source());
        return new Deadlines(calendar).due(Claim.filed(from, limit, hours));
    }

    private Map<String, Term> on(LocalDate day) {
        return jdbc
                .sql("""
                        select term, duration, source from publicservice.feedback_term where validity @> cast(:day as date)
                        """)
                .param("day", day)
                .query((row, number) ->
                        new Term(row.getString("term"), row.getString("duration"), row.getString("source")))
                .list()
                .stream()
                .collect(Collectors.toMap(Term::term, Function.identity()));
    }

    private static Term need(Map<String, Term> terms, String term) {
        Term found = terms.get(term);
        if (found == null) {
            throw new IllegalStateException("no time is set to " + term + " feedback");
        }
        return found;
    }
}
