package vn.haidang.casework.web.procedure;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.casework.internal.ClockRules;
import vn.haidang.ui.Screen;

/**
 * What the clock does by itself.
 *
 * @param rules as they are kept
 * @param unset names of those that no row sets today: nothing happens by itself there
 */
public record ClockRulesPage(List<ClockRules.Kept> rules, List<String> unset, LocalDate today) {

    public ClockRulesPage {
        rules = List.copyOf(rules);
        unset = List.copyOf(unset);
    }

    static ClockRulesPage of(List<ClockRules.Kept> rules, LocalDate today) {
        return new ClockRulesPage(
                rules,
                ClockRules.names().stream()
                        .filter(name ->
                                rules.stream().noneMatch(rule -> rule.rule().equals(name) && rule.holdsOn(today)))
                        .toList(),
                today);
    }

    public String value(ClockRules.Kept rule, Screen screen) {
        return rule.duration() == null
                ? screen.say("casework.clock-rules.times", String.valueOf(rule.times()))
                : DurationWords.of(rule.duration(), screen);
    }

    public String validity(ClockRules.Kept rule, Screen screen) {
        LocalDate end = rule.validTo();
        return end == null
                ? screen.say("casework.clock-rules.from", screen.shortDay(rule.validFrom()))
                : screen.say(
                        "casework.clock-rules.from-to",
                        screen.shortDay(rule.validFrom()),
                        screen.shortDay(end.minusDays(1)));
    }
}
