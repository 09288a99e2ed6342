package vn.haidang.publicservice.web.own;

import java.util.List;
import java.util.Locale;
import vn.haidang.publicservice.internal.own.DataRequestRows;
import vn.haidang.publicservice.internal.own.ErasureRows;
import vn.haidang.ui.Screen;

/** One request with its clocks and why they are what they are. */
public record RequestPage(DataRequestRows.Standing standing, String unitName, List<ErasureRows.Outcome> outcomes) {

    /** One line of the reasoning, with the document behind it (may be empty). */
    public record Line(String text, String source) {}

    public List<Line> why(Screen screen) {
        Locale locale = screen.locale();
        return standing.request().reasoning().lines().stream()
                .map(line -> new Line(
                        screen.say(line.messageKey(), line.arguments(locale)),
                        line.source() == null ? "" : line.source()))
                .toList();
    }

    /** Code of the state in words. */
    public static String state(DataRequestRows.Standing standing) {
        return switch (standing.status()) {
            case CLOSED -> "done".equals(standing.outcome()) ? "done" : "refused";
            case OPEN, PAUSED, STOPPED -> standing.acceptedAt() == null ? "sent" : "acknowledged";
        };
    }

    public static String colour(DataRequestRows.Standing standing) {
        return switch (state(standing)) {
            case "done" -> "green";
            case "refused" -> "grey";
            default -> "blue";
        };
    }
}
