package vn.haidang.casework.internal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.casework.CaseId;
import vn.haidang.expression.Evaluation;
import vn.haidang.expression.Expression;
import vn.haidang.expression.ExpressionRefused;
import vn.haidang.expression.Facts;

/** Which way an outcome takes: the first whose condition holds over what the case declares. */
@Component
class Ways {

    private static final TypeReference<Map<String, Object>> DECLARED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Ways(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param outcome null takes the only one there is
     * @param more what the act declares besides; what the case declared before is read only where a condition depends on it
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-outcome}; {@code casework/facts-missing} and {@code
     *     casework/no-way} where no condition holds, naming what is missing or what was found; {@code casework/fact-malformed}
     */
    Procedure.Exit choose(
            CaseId id, Procedure procedure, Procedure.Step step, @Nullable String outcome, Map<String, Object> more) {
        List<Procedure.Exit> ways = outcome == null && step.outcomes().size() == 1
                ? step.exits()
                : step.exits(outcome == null ? "" : outcome);
        if (ways.isEmpty()) {
            throw CaseworkProblems.noSuchOutcome(outcome == null ? "" : outcome);
        }
        return ways.getFirst().condition() == null
                ? ways.getFirst()
                : firstThatHolds(procedure, ways, read(procedure, declared(id, more)));
    }

    /** What the case declares of the facts the procedure types, as it is written; what does not fit is left out. */
    Map<String, String> known(CaseId id, Procedure procedure) {
        Map<String, String> known = new HashMap<>();
        declared(id, Map.of()).forEach((fact, value) -> {
            try {
                Facts.read(procedure.declarations(), Map.of(fact, value))
                        .value(fact)
                        .ifPresent(typed -> known.put(fact, typed.written()));
            } catch (ExpressionRefused undeclaredBefore) {
                known.remove(fact);
            }
        });
        return known;
    }

    /** What the case declares, with what an act adds to it. */
    Map<String, Object> declared(CaseId id, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>();
        jdbc.sql("select declared from casework.case_file where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .ifPresent(stored -> all.putAll(json.readValue(stored, DECLARED)));
        all.putAll(more);
        return all;
    }

    /** What a case declares, as the procedure types it. */
    static Facts read(Procedure procedure, Map<String, Object> declared) {
        try {
            return Facts.read(procedure.declarations(), declared);
        } catch (ExpressionRefused wrong) {
            throw CaseworkProblems.factMalformed(
                    String.valueOf(wrong.fault().arguments().getFirst()));
        }
    }

    private static Procedure.Exit firstThatHolds(Procedure procedure, List<Procedure.Exit> ways, Facts facts) {
        Set<String> missing = new TreeSet<>();
        Set<String> found = new LinkedHashSet<>();
        for (Procedure.Exit way : ways) {
            Expression condition = way.condition();
            if (condition == null) {
                return way;
            }
            Evaluation evaluation = evaluate(condition, facts);
            if (evaluation.holds()) {
                return way;
            }
            missing.addAll(evaluation.missing());
            evaluation.reasons().forEach(reason -> found.add(words(reason)));
        }
        if (!missing.isEmpty()) {
            throw CaseworkProblems.factsMissing(
                    missing.stream().map(procedure::factName).collect(Collectors.joining(", ")));
        }
        throw CaseworkProblems.noWay(ways.getFirst().outcome(), String.join("; ", found));
    }

    private static Evaluation evaluate(Expression condition, Facts facts) {
        try {
            return condition.evaluate(facts);
        } catch (ExpressionRefused noAnswer) {
            throw CaseworkProblems.conditionFailed(
                    condition.source(), noAnswer.fault().code());
        }
    }

    private static String words(Evaluation.Reason reason) {
        String facts = reason.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> fact.getKey() + " = " + fact.getValue().written())
                .collect(Collectors.joining(", "));
        return facts.isEmpty() ? reason.source() : reason.source() + " (" + facts + ")";
    }
}
