package vn.haidang.casework.web.procedure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.ProcedurePictures;
import vn.haidang.ui.Screen;
import vn.haidang.worktime.LegalDuration;

/** A procedure as the law publishes it: step, who, how long, and what comes next. */
public record ProcedureTable(Procedure procedure, ProcedurePictures pictures) {

    /**
     * One way out of a step.
     *
     * @param next where it leads, or how the case ends
     * @param remarks what else it does, empty for nothing
     */
    public record ExitLine(String name, String next, List<String> remarks) {}

    /** One step. */
    public record StepLine(
            int number,
            String code,
            String name,
            String doer,
            String time,
            List<String> remarks,
            List<ExitLine> exits) {}

    public List<StepLine> steps(Screen screen) {
        List<StepLine> lines = new ArrayList<>();
        for (Procedure.Step step : procedure.steps()) {
            lines.add(new StepLine(
                    lines.size() + 1,
                    step.code(),
                    step.name(screen.locale()),
                    doer(step, screen),
                    time(step, screen),
                    remarks(step, screen),
                    step.exits().stream().map(exit -> exit(exit, screen)).toList()));
        }
        return lines;
    }

    /** The sum of the steps, where all are given in working hours; empty else, since other units do not add up. */
    public String total(Screen screen) {
        Duration sum = Duration.ZERO;
        for (Procedure.Step step : procedure.steps()) {
            switch (step.duration()) {
                case null -> {}
                case LegalDuration.WorkingHours(Duration time) -> sum = sum.plus(time);
                case LegalDuration.WorkingDays _,
                        LegalDuration.CalendarDays _,
                        LegalDuration.Months _,
                        LegalDuration.SameDay _ -> {
                    return "";
                }
            }
        }
        return sum.isZero() ? "" : DurationWords.of(new LegalDuration.WorkingHours(sum), screen);
    }

    String doer(Procedure.Step step, Screen screen) {
        Procedure.Doer doer = step.doer();
        return doer == null ? screen.say("casework.machine") : pictures.doer(doer, screen.locale());
    }

    static String time(Procedure.Step step, Screen screen) {
        LegalDuration duration = step.duration();
        return duration == null ? screen.say("casework.procedure.no-time") : DurationWords.of(duration, screen);
    }

    private List<String> remarks(Procedure.Step step, Screen screen) {
        List<String> remarks = new ArrayList<>();
        String group = step.fourEyesGroup();
        if (group != null) {
            List<String> others = procedure.steps().stream()
                    .filter(other -> group.equals(other.fourEyesGroup()) && !other.equals(step))
                    .map(other -> other.name(screen.locale()))
                    .toList();
            remarks.add(screen.say("casework.procedure.four-eyes", String.join(", ", others)));
        }
        if (step.onPaper()) {
            remarks.add(screen.say("casework.procedure.on-paper"));
        }
        return remarks;
    }

    private ExitLine exit(Procedure.Exit exit, Screen screen) {
        return new ExitLine(exit.name(screen.locale()), next(exit, screen), remarks(exit, screen));
    }

    String next(Procedure.Exit exit, Screen screen) {
        String to = step(exit.toStep(), screen);
        return switch (exit.kind()) {
            case NEXT -> screen.say("casework.procedure.next", to);
            case BACK -> screen.say("casework.procedure.back", to);
            case SUPPLEMENT -> screen.say("casework.procedure.supplement", to);
            case END ->
                screen.say(
                        "casework.procedure.end",
                        screen.say("casework.outcome." + Objects.requireNonNull(exit.caseOutcome())));
        };
    }

    static List<String> remarks(Procedure.Exit exit, Screen screen) {
        List<String> remarks = new ArrayList<>();
        if (exit.condition() != null) {
            remarks.add(screen.say("casework.procedure.when", exit.condition().source()));
        }
        if (exit.accepts()) {
            remarks.add(screen.say("casework.procedure.accepts"));
        }
        if (exit.needsReason()) {
            remarks.add(screen.say("casework.procedure.needs-reason"));
        }
        if (exit.tellsApplicant()) {
            remarks.add(screen.say("casework.procedure.tells"));
        }
        if (exit.legalBasis() != null) {
            remarks.add(screen.say("casework.procedure.basis", exit.legalBasis()));
        }
        return remarks;
    }

    private String step(@Nullable String code, Screen screen) {
        return code == null
                ? ""
                : procedure.find(code).map(step -> step.name(screen.locale())).orElse(code);
    }
}
