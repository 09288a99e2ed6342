package vn.haidang.casework.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.Role;

/** What a procedure must be so that every case of it can be walked from the first step to an end. */
final class ProcedureRules {

    /**
     * One rule that is broken.
     *
     * @param code the key of its text is {@code casework.refused.<code>}
     * @param step where, null for the whole procedure
     * @param outcome which exit of it, null for the step itself
     * @param column the cell to mend
     */
    record Fault(
            String code, @Nullable String step, @Nullable String outcome, String column, List<Object> arguments) {

        String messageKey() {
            return "casework.refused." + code;
        }
    }

    private static final Predicate<String> CODE =
            Pattern.compile("[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*").asMatchPredicate();

    private final Procedure procedure;
    private final List<Fault> faults = new ArrayList<>();

    private ProcedureRules(Procedure procedure) {
        this.procedure = procedure;
    }

    /** Empty when the procedure can be walked. */
    static List<Fault> broken(
            Procedure procedure,
            Predicate<String> missingHandler,
            Set<Role> roles,
            Predicate<String> knownUnit,
            Predicate<String> goneUnit) {
        if (procedure.steps().isEmpty()) {
            return List.of(new Fault("no-steps", null, null, "step", List.of(procedure.code(), procedure.version())));
        }
        ProcedureRules rules = new ProcedureRules(procedure);
        if (!CODE.test(procedure.code())) {
            rules.faults.add(new Fault("code", null, null, "procedure", List.of(procedure.code())));
        }
        rules.steps(missingHandler, roles);
        rules.units(knownUnit, goneUnit);
        rules.consults(roles, knownUnit);
        rules.timers();
        rules.exits();
        rules.ways();
        return List.copyOf(rules.faults);
    }

    private void steps(Predicate<String> missingHandler, Set<Role> roles) {
        for (Procedure.Step step : procedure.steps()) {
            if (!CODE.test(step.code())) {
                add("code", step, null, "step", step.code());
            }
            Procedure.Doer doer = step.doer();
            if (doer != null && !roles.contains(doer.role())) {
                add("unknown-role", step, null, "role", doer.role().code());
            }
            if (step.handler() != null && missingHandler.test(step.handler())) {
                add("no-handler", step, null, "handler", step.handler());
            }
            if (step.fourEyesGroup() != null && procedure.keptApartFrom(step).isEmpty()) {
                add("four-eyes-alone", step, null, "four_eyes_group", step.fourEyesGroup());
            }
        }
    }

    /** A unit that the table names is there, or all of it went to one other. */
    private void units(Predicate<String> knownUnit, Predicate<String> goneUnit) {
        for (Procedure.Step step : procedure.steps()) {
            Procedure.Doer doer = step.doer();
            String key = doer == null ? null : doer.rule().named().orElse(null);
            if (key != null && !knownUnit.test(key)) {
                add("unit-rule", step, null, "unit_rule", key);
            } else if (key != null && goneUnit.test(key)) {
                add("unit-gone", step, null, "unit_rule", key);
            }
        }
    }

    /** A consult asks units that there are, as many as must answer, and a person goes on with what they say. */
    private void consults(Set<Role> roles, Predicate<String> knownUnit) {
        for (Procedure.Step step : procedure.steps()) {
            ConsultTerms consult = step.consult();
            if (consult == null) {
                continue;
            }
            if (step.doer() == null) {
                add("consult-of-machine", step, null, "consult_question", step.code());
            }
            if (!roles.contains(consult.role())) {
                add("unknown-role", step, null, "consult_role", consult.role().code());
            }
            if (consult.units().isEmpty()) {
                add("nobody-asked", step, null, "consult_units", step.code());
            }
            for (String unit : consult.units()) {
                if (!unit.equals("competent") && !unit.equals("receiving") && !knownUnit.test(unit)) {
                    add("unknown-unit", step, null, "consult_units", unit);
                }
            }
            if (consult.join().some() > consult.units().size() && consult.join().rule() == ConsultTerms.Rule.SOME) {
                add(
                        "too-many-needed",
                        step,
                        null,
                        "consult_join",
                        consult.join().some(),
                        consult.units().size());
            }
        }
    }

    /** A timer ends a person's step by a way that is always open and does not ask the applicant for anything. */
    private void timers() {
        for (Procedure.Step step : procedure.steps()) {
            StepTimer timer = step.timer();
            if (timer == null) {
                continue;
            }
            List<Procedure.Exit> ways = step.exits(timer.outcome());
            if (step.handler() != null) {
                add("timer-of-machine", step, null, "timer", step.code());
            } else if (ways.isEmpty()) {
                add("timer-leads-nowhere", step, null, "timer_outcome", timer.outcome());
            } else if (ways.getLast().condition() != null || ways.getLast().kind() == Procedure.Kind.SUPPLEMENT) {
                add("timer-way", step, null, "timer_outcome", timer.outcome());
            }
        }
    }

    private void exits() {
        for (Procedure.Step step : procedure.steps()) {
            if (step.exits().isEmpty()) {
                add("no-exits", step, null, "outcome", step.code());
            }
            for (Procedure.Exit exit : step.exits()) {
                if (!CODE.test(exit.outcome())) {
                    add("code", step, exit.outcome(), "outcome", exit.outcome());
                }
                String to = exit.toStep();
                if (to != null && procedure.find(to).isEmpty()) {
                    add("leads-nowhere", step, exit.outcome(), "to_step", exit.outcome(), to);
                } else if (exit.kind() == Procedure.Kind.SUPPLEMENT && !waitsAtPerson(exit)) {
                    add("supplement-to-machine", step, exit.outcome(), "to_step", exit.outcome());
                }
            }
            step.outcomes().forEach(outcome -> alternatives(step, outcome));
        }
    }

    /** Of the ways of one outcome every one can be taken, they say the same to people, and the machine is never left standing. */
    private void alternatives(Procedure.Step step, Procedure.Exit outcome) {
        List<Procedure.Exit> ways = step.exits(outcome.outcome());
        for (Procedure.Exit way : ways) {
            if (way.condition() == null && way != ways.getLast()) {
                add("exit-hidden", step, way.outcome(), "condition", way.outcome());
            }
            if (!way.name().equals(outcome.name())
                    || !way.nameEn().equals(outcome.nameEn())
                    || way.needsReason() != outcome.needsReason()
                    || way.tellsApplicant() != outcome.tellsApplicant()) {
                add("ways-differ", step, way.outcome(), "outcome", way.outcome());
            }
        }
        if (step.handler() != null && ways.getLast().condition() != null) {
            add("machine-without-way", step, outcome.outcome(), "condition", outcome.outcome());
        }
    }

    private void ways() {
        Set<String> reached = reached();
        Set<String> ending = ending();
        for (Procedure.Step step : procedure.steps()) {
            if (!reached.contains(step.code())) {
                add("unreachable-step", step, null, "step", step.code());
            } else if (!ending.contains(step.code()) && !step.exits().isEmpty()) {
                add("no-end", step, null, "step", step.code());
            }
        }
    }

    private boolean waitsAtPerson(Procedure.Exit exit) {
        String to = exit.toStep();
        return to != null && procedure.find(to).map(step -> step.doer() != null).orElse(false);
    }

    private Set<String> reached() {
        Set<String> reached = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(procedure.first().code()));
        while (!ahead.isEmpty()) {
            String code = ahead.remove();
            if (reached.add(code)) {
                procedure
                        .find(code)
                        .ifPresent(step -> step.exits().forEach(exit -> {
                            if (exit.toStep() != null) {
                                ahead.add(exit.toStep());
                            }
                        }));
            }
        }
        return reached;
    }

    /** The steps from which some way leads to an end of the case. */
    private Set<String> ending() {
        Set<String> ending = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Procedure.Step step : procedure.steps()) {
                boolean ends =
                        step.exits().stream().anyMatch(exit -> exit.toStep() == null || ending.contains(exit.toStep()));
                grew |= ends && ending.add(step.code());
            }
        }
        return ending;
    }

    private void add(String code, Procedure.Step step, @Nullable String outcome, String column, Object... arguments) {
        faults.add(new Fault(code, step.code(), outcome, column, List.of(arguments)));
    }
}
