package vn.haidang.publicservice.web;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Feedback;
import vn.haidang.ui.Slice;

/**
 * Complaints and suggestions, one's own or those of a desk.
 *
 * @param names of the units they are about
 * @param now against which they are late
 * @param sent code of one that was just written down for others to handle, empty for none
 */
public record FeedbackListPage(Slice<Feedback> rows, Map<UnitId, String> names, Instant now, String sent) {

    public FeedbackListPage {
        names = Map.copyOf(names);
    }

    public String unit(Feedback feedback) {
        return names.getOrDefault(feedback.unit(), "");
    }

    /** The next moment that is too late for something, null when nothing is to do. */
    public @Nullable Instant next(Feedback feedback) {
        return feedback.toPublish() ? feedback.publishBy() : feedback.dueAt();
    }

    public boolean late(Feedback feedback) {
        Instant next = next(feedback);
        boolean running = feedback.toPublish() || feedback.state().equals("open");
        return running && next != null && !now.isBefore(next);
    }

    /** Colour of the state. */
    public static String colour(Feedback feedback) {
        return switch (feedback.state()) {
            case "answered" -> "green";
            case "waiting" -> "amber";
            case "open" -> "blue";
            default -> "grey";
        };
    }
}
