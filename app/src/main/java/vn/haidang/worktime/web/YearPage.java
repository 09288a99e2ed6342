package vn.haidang.worktime.web;

import java.util.List;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/** A year to confirm; {@code own} where an administrator declared it before. */
public record YearPage(YearForm form, boolean own, List<FieldError> errors) {

    public List<Option> states(Screen screen) {
        return YearForm.STATES.stream()
                .filter(state -> own || !state.equals(YearForm.SHIPPED))
                .map(state -> Option.of(state, screen.say("worktime.year." + state)))
                .toList();
    }
}
