package vn.haidang.casework.web.procedure;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.casework.internal.ClockRules;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * A clock rule to set from a day on.
 *
 * @param set what is set for it so far
 * @param meanwhile whether that is not what was shown first
 */
public record ClockRuleFormPage(
        ClockRuleForm form, List<ClockRules.Kept> set, LocalDate earliest, boolean meanwhile, List<FieldError> errors) {

    public ClockRuleFormPage {
        set = List.copyOf(set);
        errors = List.copyOf(errors);
    }

    public boolean counts() {
        return ClockRules.counts(form.rule());
    }

    public List<Option> units(Screen screen) {
        return ClockRuleForm.UNITS.stream()
                .map(unit -> Option.of(unit, screen.say("casework.clock-rules.unit." + unit)))
                .toList();
    }

    public List<Option> confidences(Screen screen) {
        return ClockRuleForm.CONFIDENCES.stream()
                .map(mark -> Option.of(mark, screen.say("casework.confidence." + mark)))
                .toList();
    }
}
