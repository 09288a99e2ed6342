package vn.haidang.form;

import java.util.List;
import vn.haidang.ui.FieldError;

/** What comes after a page was sent. Whatever it is, what was sent is saved. */
public sealed interface Turn {

    /** The same page again: with what is wrong (answer 422 and show them), or with nothing wrong (a file came or went; redirect to it). */
    record Stay(List<FieldError> errors) implements Turn {
        public Stay {
            errors = List.copyOf(errors);
        }
    }

    /** On to this page. */
    record Next(String page) implements Turn {}

    /** All pages are answered: on to checking the answers. */
    record Check() implements Turn {}
}
