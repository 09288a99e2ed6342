package vn.haidang.casework.web.procedure;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.haidang.casework.internal.ClockRuleDesk;

/**
 * A clock rule before it is kept: what holds so far, and what will.
 *
 * @param meanwhile whether what was shown first is not so any more
 */
public record ClockRuleCheckPage(ClockRuleForm form, ClockRuleDesk.Proposal proposal, boolean meanwhile) {

    /** What goes with the page and comes back with it. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("rule", form.rule());
        fields.put("amount", form.amount());
        fields.put("unit", form.unit());
        fields.put("from", form.from());
        fields.put("notice", form.notice());
        fields.put("document", form.document());
        fields.put("article", form.article());
        fields.put("confidence", form.confidence());
        fields.put("reason", form.reason());
        fields.put("seen", proposal.token());
        return fields;
    }
}
