package vn.haidang.casework.web.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.haidang.casework.internal.ClockRules;
import vn.haidang.casework.internal.ClockTimes;

/**
 * What administrators set for clocks.
 *
 * @param rules what the clock of a case does by itself, as kept
 * @param unset names of those that no row sets today: nothing happens by itself there
 * @param answers by when other modules promise answers, as kept
 * @param keys by rule, the message that names it
 * @param done what was just done: {@code 1} set, {@code withdrawn}, {@code gone} when there was nothing to withdraw, or empty
 */
public record ClockRulesPage(
        List<ClockRules.Kept> rules,
        List<String> unset,
        List<ClockRules.Kept> answers,
        Map<String, String> keys,
        LocalDate today,
        String done) {

    public ClockRulesPage {
        rules = List.copyOf(rules);
        unset = List.copyOf(unset);
        answers = List.copyOf(answers);
        keys = Map.copyOf(keys);
    }

    static ClockRulesPage of(ClockTimes times, LocalDate today, String done) {
        List<String> names = times.names();
        Map<Boolean, List<ClockRules.Kept>> kept =
                times.all().stream().collect(Collectors.partitioningBy(one -> one.answer() != null));
        List<ClockRules.Kept> rules = kept.getOrDefault(false, List.of());
        return new ClockRulesPage(
                rules,
                names.stream()
                        .filter(name -> times.kind(name) != ClockTimes.Kind.ANSWERS)
                        .filter(name ->
                                rules.stream().noneMatch(rule -> rule.rule().equals(name) && rule.holdsOn(today)))
                        .toList(),
                kept.getOrDefault(true, List.of()),
                names.stream().collect(Collectors.toMap(name -> name, times::key)),
                today,
                done);
    }

    public String key(String rule) {
        return keys.getOrDefault(rule, rule);
    }

    /** What holds no more: beside what holds and what is to come, it is only looked up. */
    public List<ClockRules.Kept> past() {
        return answers.stream()
                .filter(one -> one.validTo() != null && !one.validTo().isAfter(today))
                .toList();
    }

    public List<ClockRules.Kept> standing() {
        return answers.stream()
                .filter(one -> one.validTo() == null || one.validTo().isAfter(today))
                .toList();
    }

    /** Whether it may be taken back. */
    public boolean waits(ClockRules.Kept kept) {
        return kept.reason() != null && kept.validFrom().isAfter(today);
    }
}
