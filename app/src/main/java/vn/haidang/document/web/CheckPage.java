package vn.haidang.document.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.document.internal.Checks;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Screen;

/**
 * One check and its answer.
 *
 * @param code as typed or scanned
 * @param held whether the very file was presented: then who signed it is told too
 */
public record CheckPage(
        String code, Checks.@Nullable Found found, String issuer, boolean held, List<FieldError> errors) {

    static CheckPage empty() {
        return new CheckPage("", null, "", false, List.of());
    }

    public String title(Screen screen, Checks.Found shown) {
        String key = "document.template." + shown.template();
        return screen.knows(key) ? screen.say(key) : screen.say("document.template.other", shown.kind());
    }

    public String state(Checks.Found shown) {
        if (shown.signatures().isEmpty()) {
            return "document.check.unsigned";
        }
        if (shown.trial()) {
            return "document.check.trial";
        }
        return shown.sealed() ? "document.check.signed" : "document.check.hand";
    }
}
