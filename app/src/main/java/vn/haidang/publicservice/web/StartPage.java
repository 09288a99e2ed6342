package vn.haidang.publicservice.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.Service.Bilingual;
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

    /**
     * What was begun earlier.
     *
     * @param event the life event whose declaration it is, null for a draft of this service alone
     */
    public record OpenDraft(
            String path, Instant savedAt, @Nullable Bilingual event) {}
}
