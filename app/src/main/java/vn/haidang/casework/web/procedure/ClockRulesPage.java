package vn.haidang.casework.web.procedure;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.casework.internal.ClockRules;

/**
 * What the clock does by itself.
 *
 * @param rules as they are kept
 * @param unset names of those that no row sets today: nothing happens by itself there
 * @param done whether one was just set
 */
public record ClockRulesPage(List<ClockRules.Kept> rules, List<String> unset, LocalDate today, boolean done) {

    public ClockRulesPage {
        rules = List.copyOf(rules);
        unset = List.copyOf(unset);
    }

    static ClockRulesPage of(List<ClockRules.Kept> rules, LocalDate today, boolean done) {
        return new ClockRulesPage(
                rules,
                ClockRules.names().stream()
                        .filter(name ->
                                rules.stream().noneMatch(rule -> rule.rule().equals(name) && rule.holdsOn(today)))
                        .toList(),
                today,
                done);
    }
}
