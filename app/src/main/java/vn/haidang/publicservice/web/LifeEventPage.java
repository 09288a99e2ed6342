package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.LifeEvent;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/**
 * One life event; and where one declaration for it begins.
 *
 * @param units who can receive it, empty where nothing is begun
 * @param unit chosen so far, empty for none
 * @param action where the choice is sent, empty where nothing is begun
 * @param back where one comes from
 * @param begun whether the declaration is begun already
 * @param chosen ordinals of the services to hand in
 */
public record LifeEventPage(
        LifeEvent event,
        List<Option> units,
        String unit,
        List<String> chosen,
        String action,
        String back,
        boolean begun,
        List<FieldError> errors) {

    /** An event to read about. */
    static LifeEventPage of(LifeEvent event) {
        return new LifeEventPage(event, List.of(), "", List.of(), "", "/life-events", false, List.of());
    }
}
