package vn.haidang.publicservice.web;

import java.util.Map;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.PublicAnswer;
import vn.haidang.ui.Slice;

/**
 * Answers everybody may read.
 *
 * @param names of the units that answered
 */
public record AnswersPage(Slice<PublicAnswer> answers, Map<UnitId, String> names) {

    public AnswersPage {
        names = Map.copyOf(names);
    }

    public String unit(PublicAnswer answer) {
        return names.getOrDefault(answer.unit(), "");
    }
}
