package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Map;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.internal.SupplementRows;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/**
 * One complaint or suggestion, for its sender or for the desk.
 *
 * @param unitName who answers
 * @param happened oldest first
 * @param added what the sender added when asked
 * @param typed what was typed and refused
 * @param handles whether this reader handles those of the unit
 * @param officials who can be named as those it is about, where this reader may say so
 * @param keptFrom by name, who has nothing to do with it; for the desk only
 */
public record FeedbackPage(
        Feedback feedback,
        String unitName,
        List<SupplementRows.Happened> happened,
        List<String> added,
        Map<String, String> typed,
        boolean handles,
        List<Option> officials,
        List<String> keptFrom,
        List<FieldError> errors) {

    public FeedbackPage {
        happened = List.copyOf(happened);
        added = List.copyOf(added);
        typed = Map.copyOf(typed);
        officials = List.copyOf(officials);
        keptFrom = List.copyOf(keptFrom);
        errors = List.copyOf(errors);
    }

    public String value(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    /** What the unit answered or why it refused, empty while it did neither. */
    public String answer() {
        return reason("answer", "refuse");
    }

    /** What its sender was asked last. */
    public String asked() {
        return reason("ask-more", "ask-more");
    }

    private String reason(String one, String other) {
        String last = "";
        for (SupplementRows.Happened each : happened) {
            if (each.outcome().equals(one) || each.outcome().equals(other)) {
                last = each.reason();
            }
        }
        return last;
    }

    /** Whether this reader decides on publishing now. */
    public boolean mayPublish() {
        return handles && feedback.toPublish();
    }

    /** Whether the public answer exists. */
    public boolean published() {
        return feedback.publication() == Feedback.Publication.PUBLISHED;
    }
}
