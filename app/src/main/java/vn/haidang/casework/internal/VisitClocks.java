package vn.haidang.casework.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.CaseId;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.LegalDuration;
import vn.haidang.worktime.Pause;

/** The internal clock: how long each stay at a step took in office hours, against what the procedure gives the step. */
@Component
public class VisitClocks {

    /**
     * One stay at a step.
     *
     * @param dueAt first moment that is too late by the internal clock, null where none is set or the clock stands still
     * @param leftAt null for the present one
     * @param worked office hours it took, pauses left out
     * @param late whether it was or is over its time
     */
    public record Visit(
            String step,
            Instant enteredAt,
            @Nullable Instant dueAt,
            @Nullable Instant leftAt,
            Duration worked,
            boolean late) {}

    /**
     * All stays of a case.
     *
     * @param visits the oldest first
     * @param perStep a step's time is the sum of its stays
     * @param total of all of them
     * @param present why the present step is due when it is; null when its clock does not run or it has no time of its own
     */
    public record View(
            List<Visit> visits,
            Map<String, Duration> perStep,
            Duration total,
            @Nullable Deadline present) {}

    /** One stay as it is kept. */
    record Stay(
            String step,
            Instant enteredAt,
            @Nullable Instant dueAt,
            @Nullable Instant leftAt) {}

    private final Clocks clocks;
    private final Chronicle chronicle;
    private final JdbcClient jdbc;

    VisitClocks(Clocks clocks, Chronicle chronicle, JdbcClient jdbc) {
        this.clocks = clocks;
        this.chronicle = chronicle;
        this.jdbc = jdbc;
    }

    public View of(CaseDesk.View seen) {
        Instant now = chronicle.now();
        List<Pause> pauses = seen.pauses();
        String hours = seen.officeHours();
        List<Visit> visits = new ArrayList<>();
        Map<String, Duration> perStep = new LinkedHashMap<>();
        Duration total = Duration.ZERO;
        Deadline present = null;
        for (Stay row : stays(seen.summary().id())) {
            Instant until = row.leftAt() == null ? now : row.leftAt();
            Duration worked = clocks.worked(row.enteredAt(), until, hours, pauses);
            Instant due = row.dueAt();
            visits.add(new Visit(
                    row.step(), row.enteredAt(), due, row.leftAt(), worked, due != null && !until.isBefore(due)));
            perStep.merge(row.step(), worked, Duration::plus);
            total = total.plus(worked);
            LegalDuration own = seen.procedure()
                    .find(row.step())
                    .map(Procedure.Step::duration)
                    .orElse(null);
            if (row.leftAt() == null && due != null && own != null) {
                present = clocks.ownThen(own, hours, began(row, pauses));
            }
        }
        return new View(visits, perStep, total, present);
    }

    /** Each stay that had begun then, due as it was then. */
    List<ClockDesk.StepClock> asOf(Standing standing, Procedure procedure, CaseClock clock) {
        List<ClockDesk.StepClock> steps = new ArrayList<>();
        for (Stay stay : stays(standing.summary().id())) {
            if (!stay.enteredAt().isAfter(clock.moment())) {
                steps.add(asOf(stay, standing, procedure, clock));
            }
        }
        return steps;
    }

    private ClockDesk.StepClock asOf(Stay stay, Standing standing, Procedure procedure, CaseClock clock) {
        Instant leftAt = stay.leftAt();
        Instant left = leftAt == null || leftAt.isAfter(clock.moment()) ? null : leftAt;
        Procedure.Step step = procedure.find(stay.step()).orElse(null);
        LegalDuration duration = step == null ? null : step.duration();
        List<Pause> stood = clock.stops().stream()
                .filter(stop -> left == null || stop.from().isBefore(left))
                .map(stop -> new Pause(stop.from(), stop.to(), stop.reason(), stop.legalBasis(), stop.kind()))
                .toList();
        Deadline own = duration == null || isStanding(stood)
                ? null
                : clocks.ownThen(duration, standing.terms().officeHours(), began(stay, stood));
        Instant due = left == null ? running(own, stood, clock) : stay.dueAt();
        return new ClockDesk.StepClock(
                step,
                stay.enteredAt(),
                left,
                due,
                due == null ? null : own,
                due != null && own != null && !due.equals(own.due()));
    }

    /** By its own time, at the latest when the case was due. */
    private static @Nullable Instant running(@Nullable Deadline own, List<Pause> stood, CaseClock clock) {
        Deadline whole = clock.deadline();
        if (whole == null || isStanding(stood)) {
            return null;
        }
        Instant due = own == null ? null : own.due();
        Instant latest = whole.due();
        return due == null || (latest != null && latest.isBefore(due)) ? latest : due;
    }

    private static boolean isStanding(List<Pause> stood) {
        return !stood.isEmpty() && stood.getLast().to() == null;
    }

    /** Its time runs anew where the clock went on. */
    private static Instant began(Stay row, List<Pause> pauses) {
        Instant began = row.enteredAt();
        for (Pause pause : pauses) {
            Instant to = pause.to();
            if (to != null && to.isAfter(began)) {
                began = to;
            }
        }
        return began;
    }

    List<Stay> stays(CaseId id) {
        return jdbc.sql("""
                        select v.step, v.entered_at, v.left_at,
                          case when w.state is distinct from 'WAITING' then coalesce(w.due_at, v.due_at) end as due_at
                        from casework.visit v
                          left join casework.work_item w on w.case_file = v.case_file and w.visit = v.id
                        where v.case_file = :case
                        order by v.entered_at, v.id
                        """)
                .param("case", id.value())
                .query((row, number) -> new Stay(
                        row.getString("step"),
                        Columns.instant(row, "entered_at"),
                        Columns.optionalInstant(row, "due_at"),
                        Columns.optionalInstant(row, "left_at")))
                .list();
    }
}
