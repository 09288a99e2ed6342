package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.Declarations;
import vn.haidang.expression.Expression;
import vn.haidang.identity.Role;
import vn.haidang.worktime.LegalDuration;

/**
 * One version of an internal procedure: the table the law publishes, step by step.
 *
 * @param version 0 for a draft
 * @param validFrom the day from which cases begin under it, null for a draft
 * @param validTo first day on which no case begins under it any more, null while no end is known
 * @param workFile whether a case of it is one work file of the competent unit
 * @param facts what its cases may declare, on which conditions depend
 * @param source where the table was published
 * @param confidence how sure that is, as in every table of reference data
 */
public record Procedure(
        String code,
        int version,
        String name,
        String nameEn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean workFile,
        List<FactDeclaration> facts,
        String source,
        String confidence,
        List<Step> steps) {

    /**
     * Who does a step.
     *
     * @param role at the unit; {@link Role#UNIT_HEAD} where the rule says that its head does it
     */
    public record Doer(Role role, UnitRule rule) {}

    /**
     * One line of the table.
     *
     * @param doer null where the machine does it
     * @param duration internal time, null where none is set
     * @param fourEyesGroup steps of one group are done by different people
     * @param handler what a module does here
     * @param consult what it asks of other units, null for nothing
     * @param timer what the machine does if nobody does anything, null for nothing
     */
    public record Step(
            String code,
            String name,
            String nameEn,
            @Nullable Doer doer,
            @Nullable LegalDuration duration,
            @Nullable String fourEyesGroup,
            @Nullable String handler,
            boolean onPaper,
            @Nullable ConsultTerms consult,
            @Nullable StepTimer timer,
            List<Exit> exits) {

        public Step {
            exits = List.copyOf(exits);
        }

        /** A step that asks nobody and waits for whoever does it. */
        public Step(
                String code,
                String name,
                String nameEn,
                @Nullable Doer doer,
                @Nullable LegalDuration duration,
                @Nullable String fourEyesGroup,
                @Nullable String handler,
                boolean onPaper,
                List<Exit> exits) {
            this(code, name, nameEn, doer, duration, fourEyesGroup, handler, onPaper, null, null, exits);
        }

        /** Whether nothing happens by itself where it is reached. */
        boolean plain() {
            return handler == null && consult == null && timer == null;
        }

        /** The first way of an outcome: what is said of the outcome itself is the same for all its ways. */
        public Optional<Exit> exit(String outcome) {
            return exits.stream().filter(exit -> exit.outcome().equals(outcome)).findFirst();
        }

        /** All ways of an outcome, in the order in which their conditions are asked. */
        public List<Exit> exits(String outcome) {
            return exits.stream().filter(exit -> exit.outcome().equals(outcome)).toList();
        }

        /** What a person chooses from: each outcome once. */
        public List<Exit> outcomes() {
            return exits.stream()
                    .filter(exit ->
                            exit(exit.outcome()).filter(first -> first == exit).isPresent())
                    .toList();
        }

        /** The facts on which its ways depend. */
        Set<String> asks() {
            Set<String> asked = new LinkedHashSet<>();
            exits.forEach(exit -> {
                if (exit.condition() != null) {
                    asked.addAll(exit.condition().facts());
                }
            });
            return asked;
        }

        public String name(Locale locale) {
            return locale.getLanguage().equals("en") ? nameEn : name;
        }

        Step with(List<Exit> others) {
            return new Step(
                    code, name, nameEn, doer, duration, fourEyesGroup, handler, onPaper, consult, timer, others);
        }
    }

    /** What an exit does to the case. */
    public enum Kind {
        NEXT,
        END,
        SUPPLEMENT,
        BACK;

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One way out of a step.
     *
     * @param toStep where it leads, null exactly when it ends the case
     * @param caseOutcome how it ends the case, null when it does not
     * @param accepts whether with it the desk accepts the case
     * @param legalBasis on what the clock stands still, for a supplement
     * @param condition when it is taken, null for always
     */
    public record Exit(
            String outcome,
            String name,
            String nameEn,
            Kind kind,
            @Nullable String toStep,
            @Nullable String caseOutcome,
            boolean accepts,
            boolean needsReason,
            boolean tellsApplicant,
            @Nullable String legalBasis,
            @Nullable Expression condition) {

        /** A way that is always open. */
        public Exit(
                String outcome,
                String name,
                String nameEn,
                Kind kind,
                @Nullable String toStep,
                @Nullable String caseOutcome,
                boolean accepts,
                boolean needsReason,
                boolean tellsApplicant,
                @Nullable String legalBasis) {
            this(
                    outcome,
                    name,
                    nameEn,
                    kind,
                    toStep,
                    caseOutcome,
                    accepts,
                    needsReason,
                    tellsApplicant,
                    legalBasis,
                    null);
        }

        public String name(Locale locale) {
            return locale.getLanguage().equals("en") ? nameEn : name;
        }
    }

    public Procedure {
        steps = List.copyOf(steps);
        facts = List.copyOf(facts);
    }

    Declarations declarations() {
        return FactDeclaration.declarations(facts);
    }

    /** The facts on which the ways out of a step depend. */
    public List<FactDeclaration> asked(Step step) {
        Set<String> asked = step.asks();
        return facts.stream().filter(fact -> asked.contains(fact.code())).toList();
    }

    String factName(String code) {
        return facts.stream()
                .filter(fact -> fact.code().equals(code))
                .map(FactDeclaration::name)
                .findFirst()
                .orElse(code);
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : name;
    }

    public Step first() {
        return steps.getFirst();
    }

    public Step step(String code) {
        return find(code)
                .orElseThrow(
                        () -> new IllegalArgumentException("no step " + code + " in " + this.code + " " + version));
    }

    public Optional<Step> find(String step) {
        return steps.stream().filter(each -> each.code().equals(step)).findFirst();
    }

    /** The other steps that must be done by other people than this one. */
    List<String> keptApartFrom(Step step) {
        return steps.stream()
                .filter(other -> step.fourEyesGroup() != null
                        && step.fourEyesGroup().equals(other.fourEyesGroup())
                        && !other.code().equals(step.code()))
                .map(Step::code)
                .toList();
    }

    boolean inForceOn(LocalDate day) {
        return validFrom != null && !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** Whether both say the same about who does what and where it leads; names may be put better at any time. */
    boolean sameCourseAs(Procedure other) {
        return workFile == other.workFile && course().equals(other.course());
    }

    /** Whether both say the same in every word, whatever their number and validity. */
    boolean saysTheSameAs(Procedure other) {
        return asVersion(0, null).equals(other.asVersion(0, null));
    }

    Procedure asVersion(int number, @Nullable LocalDate from) {
        return new Procedure(code, number, name, nameEn, from, null, workFile, facts, source, confidence, steps);
    }

    private Map<String, List<Object>> course() {
        Map<String, List<Object>> course = new LinkedHashMap<>();
        course.put("", List.of(declarations()));
        for (Step step : steps) {
            List<Object> line = new ArrayList<>();
            line.add(Optional.ofNullable(step.doer()));
            line.add(Optional.ofNullable(step.duration()));
            line.add(Optional.ofNullable(step.fourEyesGroup()));
            line.add(Optional.ofNullable(step.handler()));
            line.add(step.onPaper());
            line.add(Optional.ofNullable(step.consult()));
            line.add(Optional.ofNullable(step.timer()));
            step.exits()
                    .forEach(exit -> line.add(List.of(
                            exit.outcome(),
                            exit.kind(),
                            Optional.ofNullable(exit.toStep()),
                            Optional.ofNullable(exit.caseOutcome()),
                            exit.accepts(),
                            exit.needsReason(),
                            exit.tellsApplicant(),
                            Optional.ofNullable(exit.condition()))));
            course.put(step.code(), line);
        }
        return course;
    }
}
