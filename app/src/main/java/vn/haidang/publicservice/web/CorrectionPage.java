package vn.haidang.publicservice.web;

import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.internal.once.CorrectionRows.Correction;
import vn.haidang.ui.Screen;

/**
 * A correction as whoever decides it sees it.
 *
 * @param known what is recorded, in words
 * @param wanted what should be, in words
 * @param dossierCode of the application it was noticed in, null for none
 * @param asked whether the reader asked for it, or is the person recorded, and so decides nothing of it
 */
public record CorrectionPage(
        Correction correction,
        String known,
        String wanted,
        @Nullable String dossierCode,
        boolean asked) {

    public String register(Screen screen) {
        String key = "registry.source." + correction.register();
        return screen.knows(key) ? screen.say(key) : correction.register();
    }
}
