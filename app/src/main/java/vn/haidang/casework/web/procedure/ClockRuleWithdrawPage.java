package vn.haidang.casework.web.procedure;

import java.util.List;
import vn.haidang.casework.internal.ClockRuleDesk;
import vn.haidang.ui.FieldError;

/**
 * A value of a clock rule that may be taken back before its first day.
 *
 * @param key the message that names the rule
 * @param meanwhile whether what was shown first is not so any more
 */
public record ClockRuleWithdrawPage(
        ClockRuleDesk.Waiting waiting, String key, String reason, boolean meanwhile, List<FieldError> errors) {

    public ClockRuleWithdrawPage {
        errors = List.copyOf(errors);
    }
}
