package vn.haidang.publicservice.web.own;

import java.util.List;
import vn.haidang.publicservice.internal.own.DataRequestRows;
import vn.haidang.publicservice.internal.own.ErasureRows;
import vn.haidang.publicservice.web.ReceiptPage;
import vn.haidang.ui.Screen;

/** One request with its clocks and why they are what they are. */
public record RequestPage(DataRequestRows.Standing standing, String unitName, List<ErasureRows.Outcome> outcomes) {

    public List<ReceiptPage.Line> why(Screen screen) {
        return ReceiptPage.lines(screen, standing.request().reasoning());
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
