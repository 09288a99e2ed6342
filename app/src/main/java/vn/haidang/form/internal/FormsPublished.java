package vn.haidang.form.internal;

import org.springframework.stereotype.Component;
import vn.haidang.StartStep;

/** Publishes what is shipped before anything is told of it: in a made-up city, on the first day of its history. */
@Component
class FormsPublished extends StartStep {

    private final Definitions definitions;

    FormsPublished(Definitions definitions) {
        super(Place.FORMS_ARE_PUBLISHED);
        this.definitions = definitions;
    }

    @Override
    protected void run() {
        definitions.initialize();
    }
}
