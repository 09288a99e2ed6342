package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Locale;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.Screen;
import vn.haidang.worktime.Derivation;

/** What the applicant has in hand: code, files with their hashes, the promised day and why that day. */
public record ReceiptPage(Application application, Service service, String unitName) {

    /**
     * One line of the reasoning.
     *
     * @param source the document behind it, empty where there is none
     * @param sourceIn the language of that
     */
    public record Line(String text, String source, String sourceIn) {}

    public List<Line> why(Screen screen) {
        return lines(screen, application.promise().derivation());
    }

    /** A reckoning in words. */
    public static List<Line> lines(Screen screen, Derivation derivation) {
        Locale locale = screen.locale();
        return derivation.lines().stream()
                .map(line -> new Line(
                        screen.say(line.messageKey(), line.arguments(locale)),
                        line.cited(screen),
                        line.citedIn(screen)))
                .toList();
    }
}
