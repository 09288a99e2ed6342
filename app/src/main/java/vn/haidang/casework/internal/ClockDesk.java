package vn.haidang.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.LegalDuration;

/** The clocks of a case as an official looks at them as of a day: the legal one and that of each stay at a step; the look is journaled. */
@Component
public class ClockDesk {

    /**
     * One stay at a step.
     *
     * @param step null for one that its procedure does not name any more
     * @param leftAt null while it lasted on that day
     * @param dueAt first moment that is too late, null where none is set
     * @param own why, by the time of the step itself; null where the step has none and the case's own end counts
     * @param capped whether the case's end, or a decision to move it, came before or after the step's own
     */
    public record StepClock(
            Procedure.@Nullable Step step,
            Instant enteredAt,
            @Nullable Instant leftAt,
            @Nullable Instant dueAt,
            @Nullable Deadline own,
            boolean capped) {}

    /**
     * The answer for one day.
     *
     * @param dossier whether it is a dossier of the office, of which the national portal lets more be asked once
     */
    public record View(CaseSummary summary, CaseClock clock, List<StepClock> steps, boolean dossier) {

        public View {
            steps = List.copyOf(steps);
        }
    }

    private final CaseRows rows;
    private final ClockReplay replay;
    private final VisitClocks visits;
    private final Clocks clocks;
    private final Course course;
    private final Journal journal;

    ClockDesk(CaseRows rows, ClockReplay replay, VisitClocks visits, Clocks clocks, Course course, Journal journal) {
        this.rows = rows;
        this.replay = replay;
        this.visits = visits;
        this.clocks = clocks;
        this.course = course;
        this.journal = journal;
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/no-such-case} */
    public View asOf(CaseId id, LocalDate day, Reader reader) {
        Standing standing = rows.find(id, reader).orElseThrow(CaseworkProblems::noSuchCase);
        journal.read(reader.actor(), "casework/clock", List.of(new Subject(Traces.SUBJECT, id.value())));
        CaseClock clock = replay.asOf(standing, day);
        Procedure procedure = course.procedure(standing);
        return new View(standing.summary(), clock, steps(standing, procedure, clock), procedure.workFile());
    }

    private List<StepClock> steps(Standing standing, Procedure procedure, CaseClock clock) {
        List<StepClock> steps = new ArrayList<>();
        for (VisitClocks.Stay stay : visits.stays(standing.summary().id())) {
            if (stay.enteredAt().isAfter(clock.moment())) {
                continue;
            }
            Instant left = stay.leftAt();
            Procedure.Step step = procedure.find(stay.step()).orElse(null);
            Instant due = stay.dueAt();
            LegalDuration duration = step == null ? null : step.duration();
            Deadline own = duration == null || due == null
                    ? null
                    : clocks.own(duration, standing.terms().officeHours(), began(stay, clock));
            steps.add(new StepClock(
                    step,
                    stay.enteredAt(),
                    left == null || left.isAfter(clock.moment()) ? null : left,
                    due,
                    own,
                    due != null && own != null && !due.equals(own.due())));
        }
        return steps;
    }

    /** The time of a step runs anew where the clock went on. */
    private static Instant began(VisitClocks.Stay stay, CaseClock clock) {
        Instant began = stay.enteredAt();
        Instant left = stay.leftAt();
        for (CaseClock.Stop stop : clock.stops()) {
            Instant to = stop.to();
            if (to != null && to.isAfter(began) && (left == null || to.isBefore(left))) {
                began = to;
            }
        }
        return began;
    }
}
