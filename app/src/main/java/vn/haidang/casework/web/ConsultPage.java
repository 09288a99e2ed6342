package vn.haidang.casework.web;

import java.util.List;
import java.util.stream.Stream;
import vn.haidang.casework.CaseSummary;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * A new question of a case to other units.
 *
 * @param titled its title as the reader sees it
 */
public record ConsultPage(
        CaseSummary summary,
        Titled titled,
        ConsultForm form,
        List<Option> units,
        List<Option> roles,
        List<FieldError> errors) {

    public String casePath() {
        return "/desk/cases/" + summary.id().value();
    }

    public List<Option> joins(Screen screen) {
        return Stream.of("all", "first", "some")
                .map(code -> new Option(code, screen.say("casework.consult.join." + code), ""))
                .toList();
    }

    public List<Option> silences(Screen screen) {
        return Stream.of("wait", "consent", "escalate")
                .map(code -> new Option(code, screen.say("casework.consult.silence." + code), ""))
                .toList();
    }
}
