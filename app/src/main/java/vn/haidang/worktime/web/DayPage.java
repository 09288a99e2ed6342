package vn.haidang.worktime.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;
import vn.haidang.worktime.internal.DayRow;

/**
 * A day to change.
 *
 * @param shipped what is shipped for it; null where nothing is
 * @param own whether an administrator declared it before, which can be taken back
 */
public record DayPage(DayForm form, @Nullable DayRow shipped, boolean own, List<FieldError> errors) {

    public List<Option> kinds(Screen screen) {
        return DayForm.KINDS.stream()
                .filter(kind -> own || !kind.equals(DayForm.SHIPPED))
                .map(kind -> new Option(
                        kind,
                        screen.say("worktime.kind." + kind),
                        screen.knows("worktime.kind." + kind + ".hint")
                                ? screen.say("worktime.kind." + kind + ".hint")
                                : ""))
                .toList();
    }

    public List<Option> confidences(Screen screen) {
        return List.of("H", "M", "K", "I").stream()
                .map(code -> Option.of(code, screen.say("worktime.confidence." + code)))
                .toList();
    }
}
