package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** One version as the rows of the three tables, each with the names of its columns. */
final class ProcedureLines {

    @JsonNaming(SnakeCaseStrategy.class)
    record Version(
            String code,
            int version,
            String name,
            String nameEn,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean workFile,
            String facts,
            String source,
            String confidence) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Step(
            String procedure,
            int version,
            int ordinal,
            String step,
            String name,
            String nameEn,
            @Nullable String role,
            @Nullable String unitRule,
            @Nullable String duration,
            @Nullable String fourEyesGroup,
            @Nullable String handler,
            boolean onPaper,
            @Nullable String consultQuestion,
            @Nullable String consultUnits,
            @Nullable String consultRole,
            @Nullable String consultJoin,
            @Nullable String consultDue,
            @Nullable String consultSilence,
            @Nullable String consultBasis,
            @Nullable String timer,
            @Nullable String timerOutcome) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Exit(
            String procedure,
            int version,
            String step,
            int ordinal,
            String outcome,
            String name,
            String nameEn,
            String kind,
            @Nullable String toStep,
            @Nullable String caseOutcome,
            boolean accepts,
            boolean needsReason,
            boolean tellsApplicant,
            @Nullable String legalBasis,
            @Nullable String condition) {}

    private ProcedureLines() {}

    static Version version(Procedure procedure) {
        return new Version(
                procedure.code(),
                procedure.version(),
                procedure.name(),
                procedure.nameEn(),
                procedure.validFrom(),
                procedure.validTo(),
                procedure.workFile(),
                FactDeclaration.write(procedure.facts()),
                procedure.source(),
                procedure.confidence());
    }

    static List<Step> steps(Procedure procedure) {
        List<Step> lines = new ArrayList<>();
        for (Procedure.Step step : procedure.steps()) {
            lines.add(step(procedure.code(), procedure.version(), lines.size() + 1, step));
        }
        return lines;
    }

    static List<Exit> exits(Procedure procedure) {
        List<Exit> lines = new ArrayList<>();
        for (Procedure.Step step : procedure.steps()) {
            int ordinal = 0;
            for (Procedure.Exit exit : step.exits()) {
                ordinal++;
                lines.add(exit(procedure.code(), procedure.version(), step.code(), ordinal, exit));
            }
        }
        return lines;
    }

    static Step step(String procedure, int version, int ordinal, Procedure.Step step) {
        Procedure.Doer doer = step.doer();
        ConsultTerms consult = step.consult();
        StepTimer timer = step.timer();
        return new Step(
                procedure,
                version,
                ordinal,
                step.code(),
                step.name(),
                step.nameEn(),
                doer == null ? null : doer.role().code(),
                doer == null ? null : doer.rule().code(),
                step.duration() == null ? null : step.duration().code(),
                step.fourEyesGroup(),
                step.handler(),
                step.onPaper(),
                consult == null ? null : consult.question(),
                consult == null ? null : consult.writtenUnits(),
                consult == null ? null : consult.role().code(),
                consult == null ? null : consult.join().code(),
                consult == null ? null : consult.due().code(),
                consult == null ? null : consult.silence().code(),
                consult == null ? null : consult.basis(),
                timer == null ? null : timer.after().code(),
                timer == null ? null : timer.outcome());
    }

    static Exit exit(String procedure, int version, String step, int ordinal, Procedure.Exit exit) {
        return new Exit(
                procedure,
                version,
                step,
                ordinal,
                exit.outcome(),
                exit.name(),
                exit.nameEn(),
                exit.kind().code(),
                exit.toStep(),
                exit.caseOutcome(),
                exit.accepts(),
                exit.needsReason(),
                exit.tellsApplicant(),
                exit.legalBasis(),
                exit.condition() == null ? null : exit.condition().source());
    }
}
