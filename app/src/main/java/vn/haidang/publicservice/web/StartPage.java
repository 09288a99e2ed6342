package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/**
 * Where an application begins: what it is, and which unit receives it.
 *
 * @param known whether the chosen unit is the residence the city knows
 */
public record StartPage(
        Service service,
        List<Option> units,
        String unit,
        boolean known,
        List<FieldError> errors,
        List<OpenDraft> drafts) {

    /** A draft of this service begun earlier. */
    public record OpenDraft(String path, java.time.Instant savedAt) {}
}
