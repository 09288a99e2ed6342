package vn.haidang.casework.web.procedure;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.casework.internal.ClockRules;
import vn.haidang.casework.internal.ClockTimes;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * A clock rule to set from a day on.
 *
 * @param key the message that names the rule
 * @param set what is set for it so far
 * @param meanwhile whether that is not what was shown first
 */
public record ClockRuleFormPage(
        ClockRuleForm form,
        String key,
        ClockTimes.Kind kind,
        List<ClockRules.Kept> set,
        LocalDate earliest,
        boolean meanwhile,
        List<FieldError> errors) {

    public ClockRuleFormPage {
        set = List.copyOf(set);
        errors = List.copyOf(errors);
    }

    public boolean counts() {
        return kind == ClockTimes.Kind.COUNTS;
    }

    public boolean answers() {
        return kind == ClockTimes.Kind.ANSWERS;
    }

    public List<Option> units(Screen screen) {
        return options(answers() ? ClockRuleForm.ANSWER_UNITS : ClockRuleForm.UNITS, screen);
    }

    public List<Option> acknowledgeUnits(Screen screen) {
        return options(ClockRuleForm.UNITS, screen);
    }

    private static List<Option> options(List<String> units, Screen screen) {
        return units.stream()
                .map(unit -> Option.of(unit, screen.say("casework.clock-rules.unit." + unit)))
                .toList();
    }

    public List<Option> confidences(Screen screen) {
        return ClockRuleForm.CONFIDENCES.stream()
                .map(mark -> Option.of(mark, screen.say("casework.confidence." + mark)))
                .toList();
    }
}
