package vn.haidang.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
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

/** The clocks of a case as an official looks at them as of a day: the legal one and that of each stay at a step; the look is journaled. */
@Component
public class ClockDesk {

    /**
     * One stay at a step.
     *
     * @param step null for one that its procedure does not name any more
     * @param leftAt null while it lasted on that day
     * @param dueAt first moment that is too late, null where none is set and while the clock stood still
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
     * @param consults what other units were asked until then
     * @param dossier whether it is a dossier of the office, of which the national portal lets more be asked once
     */
    public record View(
            CaseSummary summary,
            CaseClock clock,
            List<StepClock> steps,
            List<ConsultDues.View> consults,
            boolean dossier) {

        public View {
            steps = List.copyOf(steps);
            consults = List.copyOf(consults);
        }
    }

    private final CaseRows rows;
    private final ClockReplay replay;
    private final VisitClocks visits;
    private final ConsultDues consults;
    private final Course course;
    private final Journal journal;

    ClockDesk(
            CaseRows rows,
            ClockReplay replay,
            VisitClocks visits,
            ConsultDues consults,
            Course course,
            Journal journal) {
        this.rows = rows;
        this.replay = replay;
        this.visits = visits;
        this.consults = consults;
        this.course = course;
        this.journal = journal;
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/no-such-case} */
    public View asOf(CaseId id, LocalDate day, Reader reader) {
        Standing standing = rows.find(id, reader).orElseThrow(CaseworkProblems::noSuchCase);
        journal.read(reader.actor(), "casework/clock", List.of(new Subject(Traces.SUBJECT, id.value())));
        CaseClock clock = replay.asOf(standing, day);
        Procedure procedure = course.procedure(standing);
        return new View(
                standing.summary(),
                clock,
                visits.asOf(standing, procedure, clock),
                consults.asOf(standing, clock),
                procedure.workFile());
    }
}
