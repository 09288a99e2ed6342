package vn.haidang.plan.web;

import java.util.List;
import vn.haidang.plan.PlanDocument;
import vn.haidang.plan.PlanIndicator;
import vn.haidang.plan.internal.TargetDesk.Draft;

/**
 * The draft with what it would move.
 *
 * @param meanwhile whether something changed since it was shown
 */
public record DraftPage(Draft draft, List<PlanDocument> documents, List<PlanIndicator> indicators, boolean meanwhile) {

    public String indicator(String key, boolean english) {
        return indicators.stream()
                .filter(each -> each.key().equals(key))
                .map(each -> each.name(english))
                .findFirst()
                .orElse(key);
    }

    public String document(String key, boolean english) {
        return documents.stream()
                .filter(each -> each.key().equals(key))
                .map(each -> each.shortName(english))
                .findFirst()
                .orElse(key);
    }
}
