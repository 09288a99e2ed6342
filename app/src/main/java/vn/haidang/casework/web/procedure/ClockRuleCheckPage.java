package vn.haidang.casework.web.procedure;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.haidang.casework.internal.ClockRuleDesk;
import vn.haidang.casework.internal.ClockTimes;

/**
 * A clock rule before it is kept: what holds so far, and what will.
 *
 * @param key the message that names the rule
 * @param meanwhile whether what was shown first is not so any more
 */
public record ClockRuleCheckPage(
        ClockRuleForm form, String key, ClockTimes.Kind kind, ClockRuleDesk.Proposal proposal, boolean meanwhile) {

    public boolean answers() {
        return kind == ClockTimes.Kind.ANSWERS;
    }

    /** What goes with the page and comes back with it. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("rule", form.rule());
        fields.put("amount", form.amount());
        fields.put("unit", form.unit());
        if (answers()) {
            fields.put("acknowledge", form.acknowledge());
            fields.put("acknowledgeUnit", form.acknowledgeUnit());
            fields.put("least", form.least());
            fields.put("extension", form.extension());
        }
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
