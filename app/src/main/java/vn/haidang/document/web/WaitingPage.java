package vn.haidang.document.web;

import java.util.List;
import java.util.Map;
import vn.haidang.document.internal.WaitingRows;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Screen;

/**
 * What waits for a signature.
 *
 * @param issuers names of the units
 */
public record WaitingPage(List<WaitingRows.Waiting> documents, Map<UnitId, String> issuers, List<FieldError> errors) {

    public static String title(Screen screen, String template, String kind) {
        String key = "document.template." + template;
        return screen.knows(key) ? screen.say(key) : screen.say("document.template.other", kind);
    }

    public boolean full() {
        return documents.size() >= WaitingRows.MOST;
    }
}
