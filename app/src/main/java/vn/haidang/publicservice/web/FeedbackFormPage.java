package vn.haidang.publicservice.web;

import java.util.List;
import java.util.stream.Stream;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * Where a complaint or suggestion is written.
 *
 * @param units those it can be about
 * @param officials whom a sender can have met at the unit that was chosen, with their posts
 * @param counter whether an official writes it down for somebody
 */
public record FeedbackFormPage(
        FeedbackForm form, List<Option> units, List<Option> officials, boolean counter, List<FieldError> errors) {

    public FeedbackFormPage {
        units = List.copyOf(units);
        officials = List.copyOf(officials);
        errors = List.copyOf(errors);
    }

    /** Whether it is known what shall be sent and what it is about, so that the rest can be asked. */
    public boolean ready() {
        return counter
                || form.errors().stream().noneMatch(error -> !error.field().equals("words"));
    }

    /** Whether the unit must be known first, to show who works there. */
    public boolean asksUnitFirst() {
        return !counter && form.value("about").equals("official") && unitName().isEmpty();
    }

    /** Of the unit that was chosen, empty where none was. */
    public String unitName() {
        return units.stream()
                .filter(unit -> unit.value().equals(form.value("unit")))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }

    /** Whether a sender chooses the official from those they can have met. */
    public boolean choosesOfficial() {
        return !counter && form.value("about").equals("official");
    }

    /** Those, and somebody else last. */
    public List<Option> officials(Screen screen) {
        return Stream.concat(
                        officials.stream(),
                        Stream.of(Option.of(FeedbackForm.OTHER, screen.say("publicservice.feedback.official.other"))))
                .toList();
    }

    /** Whether a field is asked: at the counter all are on one page, a sender sees those of what it is about. */
    public boolean asks(String field) {
        return counter
                || switch (form.value("about")) {
                    case "dossier" -> field.equals("dossier");
                    case "service" -> field.equals("service") || field.equals("unit");
                    case "official" -> false;
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
