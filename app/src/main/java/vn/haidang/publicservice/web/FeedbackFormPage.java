package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * Where a complaint or suggestion is written.
 *
 * @param units those it can be about
 * @param counter whether an official writes it down for somebody
 */
public record FeedbackFormPage(FeedbackForm form, List<Option> units, boolean counter, List<FieldError> errors) {

    public FeedbackFormPage {
        units = List.copyOf(units);
        errors = List.copyOf(errors);
    }

    /** Whether it is known what shall be sent and what it is about, so that the rest can be asked. */
    public boolean ready() {
        return counter
                || form.errors().stream().noneMatch(error -> !error.field().equals("words"));
    }

    /** Whether a field is asked: at the counter all are on one page, a sender sees those of what it is about. */
    public boolean asks(String field) {
        return counter
                || switch (form.value("about")) {
                    case "dossier" -> field.equals("dossier");
                    case "service" -> field.equals("service") || field.equals("unit");
                    case "official" -> field.equals("official") || field.equals("unit");
                    default -> field.equals("unit");
                };
    }

    public String path() {
        return counter ? "/desk/feedback" : "/feedback";
    }

    public List<Option> kinds(Screen screen) {
        return options(screen, "publicservice.feedback.kind.", List.of("complaint", "suggestion"));
    }

    public List<Option> abouts(Screen screen) {
        return options(screen, "publicservice.feedback.about.", List.of("dossier", "unit", "official", "service"));
    }

    private static List<Option> options(Screen screen, String prefix, List<String> codes) {
        return codes.stream()
                .map(code -> Option.of(code, screen.say(prefix + code)))
                .toList();
    }
}
