package vn.haidang.casework.web.procedure;

import java.util.List;
import vn.haidang.reference.Refusal;
import vn.haidang.ui.Screen;

/** Why a line of a table was not taken. */
public record RefusalLine(long line, String column, String messageKey, List<Object> arguments) {

    static List<RefusalLine> of(List<Refusal> refusals) {
        return refusals.stream()
                .map(each -> new RefusalLine(each.line(), each.column(), each.messageKey(), each.arguments()))
                .toList();
    }

    public String words(Screen screen) {
        return screen.say(messageKey, arguments.toArray());
    }
}
