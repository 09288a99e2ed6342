package vn.haidang.publicservice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.ApplicationSummary;
import vn.haidang.ui.FieldError;

/**
 * Where an application stands, for a person with its code and secret.
 *
 * @param found null before it was asked and where nothing is found
 * @param unitName who has it, empty for none
 */
public record LookupPage(String code, @Nullable ApplicationSummary found, String unitName, List<FieldError> errors) {

    /** Key of the state in words; {@code .next} says what follows. */
    public String stateKey(ApplicationSummary summary) {
        return "publicservice.state." + ApplicationPage.state(summary);
    }
}
