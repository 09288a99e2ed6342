package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Locale;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.Screen;
import vn.haidang.worktime.Derivation;

/** What the applicant has in hand: code, files with their hashes, the promised day and why that day. */
public record ReceiptPage(Application application, Service service, String unitName) {

    /** One line of the reasoning, with the document behind it (may be empty). */
    public record Line(String text, String source) {}

    public List<Line> why(Screen screen) {
        return lines(screen, application.promise().derivation());
    }

    /** A reckoning in words. */
    public static List<Line> lines(Screen screen, Derivation derivation) {
        Locale locale = screen.locale();
        return derivation.lines().stream()
                .map(line -> new Line(screen.say(line.messageKey(), line.arguments(locale)), source(line)))
                .toList();
    }

    private static String source(Derivation.Line line) {
        String source = line.source();
        return source == null ? "" : source;
    }
}
