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

    private static final int LONGEST = 140;

    public AnswersPage {
        names = Map.copyOf(names);
    }

    /** The question, no longer than a heading can be. */
    public String heading(PublicAnswer answer) {
        String question = answer.question();
        return question.length() <= LONGEST
                ? question
                : question.substring(0, LONGEST).strip() + "…";
    }

    public String unit(PublicAnswer answer) {
        return names.getOrDefault(answer.unit(), "");
    }
}
