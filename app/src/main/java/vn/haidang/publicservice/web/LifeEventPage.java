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
 * @param chosen ordinals of the services to hand in
 */
public record LifeEventPage(
        LifeEvent event, List<Option> units, String unit, List<String> chosen, List<FieldError> errors) {}
