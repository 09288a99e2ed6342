package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.worktime.LegalDuration;

/** What the letter that says sorry may say: where the case stands, and a day by which the steps left can be done. A person decides. */
@Component
class ApologyProposal {

    /** What the machine writes down. */
    record Draft(LocalDate newDay, String reason) {}

    private static final Locale OFFICIALS = Locale.of("vi", "VN");
    private static final LegalDuration NEXT_DAY = LegalDuration.parse("1wd");

    private final CaseRows rows;
    private final Course course;
    private final Clocks clocks;
    private final MessageSource messages;
    private final Extensions extensions;
    private final Clock clock;

    ApologyProposal(
            CaseRows rows, Course course, Clocks clocks, MessageSource messages, Extensions extensions, Clock clock) {
        this.rows = rows;
        this.course = course;
        this.clocks = clocks;
        this.messages = messages;
        this.extensions = extensions;
        this.clock = clock;
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, {@code casework/closed}, {@code casework/clock-stopped} */
    Draft of(CaseId id) {
        Standing standing = rows.find(id).orElseThrow(CaseworkProblems::noSuchCase);
        Instant due = until(standing.summary());
        Procedure procedure = course.procedure(standing);
        Procedure.Step present = procedure.step(standing.step());
        String hours = standing.terms().officeHours();
        Instant end = Days.now(clock);
        for (Procedure.Step step : left(procedure, present)) {
            LegalDuration duration = step.duration();
            end = duration == null ? end : clocks.after(duration, hours, end);
        }
        LocalDate last = Apologies.day(end.minusMillis(1));
        LocalDate promised = Apologies.day((due.isAfter(Days.now(clock)) ? due : Days.now(clock)).minusMillis(1));
        Instant next = clocks.after(
                NEXT_DAY, hours, promised.atTime(12, 0).atZone(clock.getZone()).toInstant());
        LocalDate earliest = Apologies.day(next.minusMillis(1));
        return new Draft(last.isBefore(earliest) ? earliest : last, reason(present));
    }

    /** Whether one more may be sent today. */
    boolean isAllowed(CaseId id) {
        return extensions.mayGive(id, LocalDate.now(clock));
    }

    /** Until when the applicant was told to wait: the end of the case, or of a later day they were given. */
    Instant until(CaseSummary summary) {
        return extensions.promised(summary.id(), Apologies.due(summary));
    }

    /** Whether somebody can be told to come on a day: the office works then, and nobody waits for years. */
    boolean canPromise(LocalDate day) {
        return clocks.isWorkingDay(day) && !day.isAfter(LocalDate.now(clock).plusYears(1));
    }

    /** The title of the work, in the language of the officials. */
    String title(String caseCode) {
        return say("casework.apology.work", caseCode);
    }

    private static List<Procedure.Step> left(Procedure procedure, Procedure.Step present) {
        int from = procedure.steps().indexOf(present);
        return procedure.steps().subList(Math.max(from, 0), procedure.steps().size());
    }

    private String reason(Procedure.Step present) {
        return say("casework.apology.drafted-reason", present.name());
    }

    private String say(String key, String argument) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, new Object[] {argument}, argument, OFFICIALS), argument);
    }
}
