package vn.haidang.casework.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.casework.ClockTerms;
import vn.haidang.worktime.AfterSupplement;
import vn.haidang.worktime.Claim;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Deadlines;
import vn.haidang.worktime.LegalDuration;
import vn.haidang.worktime.Pause;
import vn.haidang.worktime.TimeLimit;
import vn.haidang.worktime.UnknownOfficeHours;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

/** The legal clock of cases and the internal clock of their steps, reckoned by worktime from what the case keeps. */
@Component
class Clocks {

    private static final Logger LOG = LoggerFactory.getLogger(Clocks.class);

    private final WorkCalendars calendars;
    private final JsonMapper json;

    Clocks(WorkCalendars calendars, JsonMapper json) {
        this.calendars = calendars;
        this.json = json;
    }

    /** On the calendar known now. */
    boolean isWorkingDay(LocalDate day) {
        return calendars.current().isWorkingDay(day);
    }

    /** The deadline on the calendar known now. */
    Deadline reckon(ClockTerms terms, Instant filedAt, List<Pause> pauses, Instant asOf) {
        return on(calendars.current(), terms, filedAt, pauses, asOf);
    }

    /** The deadline on the calendar it was reckoned on. */
    Deadline replay(ClockTerms terms, Instant filedAt, List<Pause> pauses, Instant asOf, int calendarVersion) {
        return on(calendars.asKnownOn(calendarVersion), terms, filedAt, pauses, asOf);
    }

    /** When a step that begins now should be done: after its own time, at the latest when the case is due. */
    @Nullable Instant stepDue(Procedure.Step step, ClockTerms terms, Instant from, @Nullable Instant caseDue) {
        LegalDuration duration = step.duration();
        if (duration == null) {
            return caseDue;
        }
        Instant own = own(duration, terms.officeHours(), from).due();
        return own == null || (caseDue != null && caseDue.isBefore(own)) ? caseDue : own;
    }

    /** First moment that is too late for something that begins now and takes so long. */
    Instant after(LegalDuration duration, String officeHours, Instant from) {
        return Objects.requireNonNull(own(duration, officeHours, from).due());
    }

    /** The same, with its derivation. */
    Deadline own(LegalDuration duration, String officeHours, Instant from) {
        return own(duration, officeHours, from, calendars.current());
    }

    /** The same as it was reckoned then. */
    Deadline ownThen(LegalDuration duration, String officeHours, Instant from) {
        return own(duration, officeHours, from, calendars.asKnownOn(LocalDate.ofInstant(from, WorkCalendar.ZONE)));
    }

    private static Deadline own(LegalDuration duration, String officeHours, Instant from, WorkCalendar calendar) {
        return new Deadlines(calendar).due(Claim.filed(from, TimeLimit.of(duration), officeHours));
    }

    /**
     * Up to which moment an end lies no more than so long ahead, for {@code unnest}.
     *
     * @param codes of the office hours
     * @param moments one for each of them
     */
    record Horizons(String[] codes, String[] moments) {}

    /** By the office hours of cases; hours that are not known now are left out, so that they hold up nobody else's. */
    Horizons horizons(LegalDuration ahead, List<String> officeHours, Instant now) {
        Map<String, String> moments = new LinkedHashMap<>();
        for (String code : officeHours) {
            try {
                moments.put(code, after(ahead, code, now).toString());
            } catch (UnknownOfficeHours unknown) {
                LOG.warn("no end in the office hours {} can be foreseen: {}", code, unknown.getMessage());
            }
        }
        return new Horizons(
                moments.keySet().toArray(String[]::new), moments.values().toArray(String[]::new));
    }

    /** The office hours between two moments, the pauses among them left out. */
    Duration worked(Instant from, Instant to, String officeHours, List<Pause> pauses) {
        Deadlines deadlines = new Deadlines(calendars.current());
        Duration worked = deadlines.worked(from, to, officeHours);
        for (Pause pause : pauses) {
            Instant end = pause.to() == null || pause.to().isAfter(to) ? to : pause.to();
            Instant start = pause.from().isBefore(from) ? from : pause.from();
            if (start.isBefore(end)) {
                worked = worked.minus(deadlines.worked(start, end, officeHours));
            }
        }
        return worked;
    }

    String write(Deadline deadline) {
        return json.writeValueAsString(deadline);
    }

    Deadline read(String written) {
        return json.readValue(written, Deadline.class);
    }

    /** The deadline on any calendar, for example one that is only being considered. */
    Deadline on(WorkCalendar calendar, ClockTerms terms, Instant filedAt, List<Pause> pauses, Instant asOf) {
        TimeLimit limit = new TimeLimit(
                LegalDuration.parse(terms.duration()),
                terms.legalBasis(),
                AfterSupplement.valueOf(terms.afterSupplement().toUpperCase(Locale.ROOT)),
                terms.afterSupplementSource());
        return new Deadlines(calendar).due(new Claim(filedAt, limit, terms.officeHours(), pauses, asOf));
    }
}
