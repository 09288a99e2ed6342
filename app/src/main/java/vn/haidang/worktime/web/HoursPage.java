package vn.haidang.worktime.web;

import java.util.List;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/** Office hours to add. */
public record HoursPage(HoursForm form, boolean known, List<FieldError> errors) {

    public List<Option> weekdays(Screen screen) {
        return HoursForm.WEEKDAYS.stream()
                .map(day -> Option.of(day, screen.say("worktime.weekday." + day)))
                .toList();
    }
}
