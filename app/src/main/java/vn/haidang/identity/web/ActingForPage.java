package vn.haidang.identity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.haidang.identity.Mandate;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * The choice for whom one acts.
 *
 * @param value what is chosen now
 * @param next where to go afterwards, empty for one's own page
 * @param wanted whether the choice is needed to open a page somebody was led to
 */
public record ActingForPage(
        String self, List<Mandate> mandates, String value, String next, boolean wanted, List<FieldError> errors) {

    public List<Option> options(Screen screen) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("self", screen.say("identity.acting.self", self), ""));
        for (var mandate : mandates) {
            options.add(new Option(mandate.id().value().toString(), mandate.name(), why(screen, mandate)));
        }
        return options;
    }

    private static String why(Screen screen, Mandate mandate) {
        var basis = screen.say("identity.acting.basis." + code(mandate));
        var last = mandate.last();
        var term = last == null ? basis : screen.say("identity.acting.until", basis, screen.shortDay(last));
        return mandate.services().isEmpty()
                ? term
                : screen.say(
                        "identity.acting.services", term, mandate.services().size());
    }

    private static String code(Mandate mandate) {
        return mandate.basis().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
